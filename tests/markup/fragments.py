"""Pieces of articles, to be put together at random."""

from __future__ import annotations

from hypothesis import strategies as st

ODD = [
    "\r\n", "\r", "\n", "\t", " ", "\u00a0", "\u0085", "\u2028", "\x00", "\ud800", "\udfff",
    "\ufeff", "\ufffc", "\ue000", "\u200b", "e\u0301", "👩‍🚒", "🏳️‍🌈", "字", "ﬁ", "ß", "İ",
    "&", "<", ">", "\"", "'", "`", "*", "_", "[", "]", "(", ")", "{", "}", "\\", "|", "#", "!",
    "-", "~", "=", "+", ":", "%", "\x0b", "\x0c", "\x1c",
]  # fmt: skip

WORDS = [
    "The harbour master said no.", "“We sail at dawn,” said Ida Brock.", "Ålesund — 4 May",
    "Nobody paid £3,000 🚢 for it.", "A café in Brno", "naïve  double space", "$5", "Q&A",
]  # fmt: skip

MARKDOWN = [
    "# Fire on the quay\n",
    "## Later\n",
    "Title\n=====\n",
    "\n\n",
    "\n",
    "  \n",
    "\\\n",
    "*loud* ",
    "**bold** ",
    "_low_ ",
    "~~gone~~ ",
    "`code` ",
    "`` a ` b `` ",
    "***both***",
    '[the report](https://example.org/a_(b)_c "Title") ',
    "[x](<a b>) ",
    "[ref][note] ",
    "[note]: https://example.org/n 'T'\n",
    "[note]\n",
    "<https://example.org> ",
    "<a@example.org>",
    "https://example.org/x?a=1&b=2. ",
    "www.example.org ",
    '![A ship](ship.jpg "Docked")\n',
    "![](x.png)",
    "[![Alt](a.png)](b.html)",
    "*Photo: Ann Lee / Reuters*\n",
    "> quoted\n",
    "> > deep\n",
    "- item\n",
    "  - nested\n",
    "1. first\n",
    "    code\n",
    "```\nfence {{ x }}\n```\n",
    "---\n",
    "| a | b |\n|---|---|\n| c `\\|` | d |\n",
    "[^1] ",
    "[^1]: The note.\n",
    "[^a]: More\n\n    text\n",
    "&amp; ",
    "&nbsp;",
    "&#128674; ",
    "&bogus; ",
    "\\* ",
    "\\[",
    "- [x] done\n",
    "<!-- newslint: off -->",
    "<!--\n\nlong\n\n-->",
    "<div>\n",
    "</div>\n",
    "<em>x</em> ",
    "<br>",
    "<br/>\n",
    "<p>para</p>\n",
    "<figure><img src=a alt='b'><figcaption>c</figcaption></figure>\n",
    "<q>said</q> ",
    '<a href="/x?a=1&amp;b=2">link</a> ',
    "<script>x()</script>\n",
    "<blockquote>\n",
    "</blockquote>\n",
]

TEMPLATES = [
    "{{ name }} ",
    "{% include a.html %}\n",
    "{% if x %}",
    "{% endif %}",
    '{{< ref "a b" >}} ',
    '{{< figure src="a.png" alt="A man" caption="By [him](x)" >}}\n',
    "{{% note %}}\n",
    "{{% /note %}}\n",
    '[go]({{< ref "x.md" >}}) ',
    '<a href="{{< ref "x" >}}">go</a> ',
    "{% raw %}{{ y }}{% endraw %}",
    "{% highlight py %}\na\n\nb\n{% endhighlight %}\n",
    "{# aside #}",
    "{{/* aside */}}",
    "{: .lead}\n",
    "{.x}",
    ":::tip Title\n",
    ":::\n",
    "{% comment %}no{% endcomment %}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{<",
    ">}}",
    '{% image "a.png" "A long description" %}\n',
]

MDX = [
    "import Chart from './chart'\n\n",
    "export const meta = { a: 1 }\n\n",
    "{/* aside */}",
    "{1 + 1} ",
    '<Note title="x">\n',
    "</Note>\n",
    "<Chart data={[1, 2]} />\n",
    "<b style={{color: 'red'}}>",
    "</b>",
    '<Picture src="a.png" alt="A pier" />\n',
    "<>",
    "</>",
    "<A {...p}>",
    "{",
    "}",
    "<Foo",
    "{`",
    "`}",
]

HTML = [
    "<!doctype html>",
    "<html lang=en>",
    "<head>",
    "</head>",
    "<title>A &amp; B</title>",
    "<body>",
    '<meta name=description content="What &quot;it&quot; is">',
    "<meta property='og:image' content=a.png>",
    "<h1>Fire</h1>",
    "<h2>Later</h2>",
    "<p>",
    "</p>",
    '<p class="standfirst">In short</p>',
    "<div>",
    "</div>",
    "<ul><li>a<li>b</ul>",
    "<ol>",
    "<li>",
    "</ol>",
    "<table><tr><td>a<td>b<tr><th>c</table>",
    "<td>",
    "</table>",
    "<blockquote>",
    "</blockquote>",
    "<q>",
    "</q>",
    "<em>",
    "</em>",
    "<b>",
    "</b>",
    "<i>",
    '<a href="u&amp;v">',
    "<a href=x>",
    "</a>",
    "<a href=' y '>t</a>",
    '<img src=a.png alt="A &lt; B">',
    "<img alt=''>",
    "<img>",
    "<br>",
    "<hr>",
    "<figure>",
    "</figure>",
    "<figcaption>",
    "</figcaption>",
    "<span class=credit>Photo: Bo Lind</span>",
    "<span>",
    "<script>if (a < b) '</p>'</script>",
    "<style>p{}</style>",
    "<pre>",
    "</pre>",
    "<code>x</code>",
    "<nav>",
    "</nav>",
    "<svg><title>t</title></svg>",
    "<!-- c -->",
    "<!--",
    "-->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "&amp;",
    "&nbsp;",
    "&#x1F6A2;",
    "&eacute",
    "&",
    "&#9999999;",
    "<",
    "<a",
    "</",
    '<a b="',
    "<a b='>",
    "<time datetime='2024-05-04'>",
    "<article>",
    "</article>",
    "<footer>",
    "</footer>",
    "<p hidden>",
    "<template>",
    "</template>",
    "<textarea><p></textarea>",
    " \n ",
]

FRONT = [
    "---\n",
    "+++\n",
    "...\n",
    "title: Fire\n",
    "title: 'It''s on'\n",
    'title: "A \\"b\\" \\u00e9 \\\n  c"\n',
    "summary: >-\n  Folded\n  text\n\n  more\n",
    "summary: |\n  Line one\n  Line two\n",
    "description: plain\n  goes on\n",
    "image:\n  src: a.png\n  alt: A pier\n  caption: '*Docked*'\n",
    'authors:\n  - Ann Lee\n  - "Bo 👩‍🚒"\n',
    "tags: [a, 'b', {c: d}]\n",
    "title: a: b\n",
    "\tx: 1\n",
    "- x\n",
    "&a: *a\n",
    "# note\n",
    'title = "Fire \\"x\\""\n',
    "title = 'raw'\n",
    'summary = """\nTwo\nlines \\\n  joined"""\n',
    "date = 2024-05-04\n",
    "[image]\n",
    'alt = "x"\n',
    "[[images]]\n",
    "tags = [\"a\", 'b', [1, 2]]\n",
    "p = {a = 1, b.c = 'x'}\n",
    '{"title": "Fire"}\n',
    '{\n"title": "A\\u00e9\\ud83d\\udea2",\n"image": {"alt": "x", "n": [1, true, null]}\n}\n',
    '{"a":',
    "---json\n",
    "\u0085",
    "\u2028",
    "\ufeff",
]


def documents(*lists: list[str]) -> st.SearchStrategy[str]:
    """Documents of up to 30 pieces out of `lists`, words and odd characters."""
    pieces = [piece for chosen in lists for piece in chosen]
    piece = st.one_of(
        st.sampled_from(pieces),
        st.sampled_from(pieces),
        st.sampled_from(WORDS),
        st.sampled_from(ODD),
    )
    return st.lists(piece, max_size=30).map("".join)


@st.composite
def openings(draw: st.DrawFn) -> str:
    """Documents that begin with front matter, or nearly."""
    fence = draw(st.sampled_from(["---\n", "---\r\n", "+++\n", "---json\n", ""]))
    keys = draw(st.lists(st.sampled_from(FRONT), max_size=8))
    close = draw(st.sampled_from([fence.replace("json", ""), "", "...\n"]))
    return fence + "".join(keys) + close + draw(documents(MARKDOWN))


@st.composite
def mutated(draw: st.DrawFn, base: st.SearchStrategy[str]) -> str:
    """Documents with stretches cut out, doubled or replaced by an odd character."""
    text = draw(base)
    for _ in range(draw(st.integers(1, 4))):
        if not text:
            break
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start, min(len(text), start + 12)))
        change = draw(st.sampled_from(["", text[start:end] * 2, draw(st.sampled_from(ODD))]))
        text = text[:start] + change + text[end:]
    return text
