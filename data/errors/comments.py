"""Refusals about returned copies and the register of comments."""

from data.errors.base import Refusal


class CopyMissing(Refusal):
    what = "There is no returned copy {file}."
    remedy = "Give its path, or lay it into the folder {folder} under the code of its member."


class CopyWithoutMember(Refusal):
    what = "It is not said whose copy {file} is."
    remedy = "Name the member by its code: --member; those who take part are: {known}."


class FilledRegisterMissing(Refusal):
    what = "There is no register of comments {file}."
    remedy = "Give its path, or put it into the folder {folder}."


class RegisterOfAnotherTrack(Refusal):
    what = "“{file}” is the register {found}, not that of {cycle} {pillar}."
    remedy = "Hand it back with: mapping dispose-comments CYCLE {file} --pillar PILLAR."


class FilledRegisterRefused(Refusal):
    what = "“{file}” disposes of no comment; this must be put right first:\n{findings}"
    remedy = "Correct the file and hand it back: mapping dispose-comments {cycle} {file}."


class NoComments(Refusal):
    what = "No comment on the {pillar} report of {cycle} is on record."
    remedy = "Take in the returned copies first: mapping take-comments {cycle}."
