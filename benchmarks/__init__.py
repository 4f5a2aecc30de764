"""Speed: newslint beside other tools and beside the bare language model, as ratios."""
