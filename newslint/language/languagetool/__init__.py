"""Grammar by LanguageTool: a server at an address, or one that we start and end ourselves."""
