"""What is an article in a folder of files, unless the configuration says otherwise."""

#: How the names of files end that are checked in a folder unless `include` says otherwise.
DEFAULT_SUFFIXES = (
    ".md",
    ".markdown",
    ".mdown",
    ".mkd",
    ".mdx",
    ".html",
    ".htm",
    ".xhtml",
    ".txt",
    ".text",
)

#: What is never an article, though its name ends like one. Case does not matter.
DEFAULT_EXCLUDE = (
    ".*",
    "license*",
    "licence*",
    "copying*",
    "notice*.txt",
    "readme*",
    "changelog*",
    "changes.*",
    "contributing*",
    "code_of_conduct*",
    "security.md",
    "requirements*.txt",
    "constraints*.txt",
    "cmakelists.txt",
    "robots.txt",
    "humans.txt",
    "ads.txt",
    "llms.txt",
)

#: Folders of software, of build results, and hidden ones.
DEFAULT_EXCLUDE_FOLDERS = (
    "node_modules",
    "bower_components",
    "vendor",
    "third_party",
    "venv",
    "__pycache__",
    "site-packages",
    "dist",
    "build",
    "_site",
    "public",
    ".*",
)
