"""Files that people add: what they are, whether they may come in, and how they go out again.

Knows StoredFile, and the kinds of file that are allowed. What a file is, it sees in the file
itself: never in its name or in what a browser says. Pictures are made anew, so that place, time
and device stay behind; of films the data about them is blanked; other files are refused when they
hold a program or fetch something from elsewhere.

Refuses to know who may see a file: whoever hands one out with `file_response` has checked that.
"""
