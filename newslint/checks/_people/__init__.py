"""Who is who: names, titles, roles, pronouns, and what introduces them."""
