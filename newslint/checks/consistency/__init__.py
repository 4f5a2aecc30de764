"""An article that contradicts itself."""
