"""Every sentence with which the program refuses or gives up, a file for each subject."""
