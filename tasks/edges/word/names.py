"""The namespaces of Office XML, written the way ElementTree writes tags, and kinds of relation."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"

RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
IDENTITY = "docProps/custom.xml"
