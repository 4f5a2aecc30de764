"""Outlets and works without a name that tell something: a tabloid had the mate complaining."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.attribution.kinds import outlets
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.sources import noun_phrase, outlet_credits
from newslint.checks._support import has_link, is_own_voice, neighbours, prose, prose_tokens
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_LETTERS = LazyRegex(
    r"(?<!in )(?<!by )\b(?i:an?|one|another) (?:[\w’'-]+ ){0,2}(?:letter|e-?mail|comment|message"
    r"|call|note)"
    r" (?:(?:sent|left|posted|written) )?(?:to|under|on|below|beneath) "
    r"(?:this (?:newspaper|paper|site|website|page)"
    r"|our (?:[\w’-]+ ){0,2}(?:report|story|article|page|site|website|coverage|desk|piece))\b"
    r"(?! (?:from|by|signed))"
)
_OPEN = frozenset({"a", "an", "another", "one", "some", "several", "two", "three", "various"})
_POINTING = frozenset({"that", "these", "this", "those", "its", "same", "own"})
_NAMED = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
_MADE = frozenset({"by", "from", "for", "in", "on"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
_PLACES = frozenset({"GPE", "NORP", "LOC"})
_SAID = frozenset({"admit", "claim", "put", "reveal", "say"})
_PERSONS = frozenset(
    {
        "blogger",
        "columnist",
        "correspondent",
        "journalist",
        "reporter",
        "commentator",
        "influencer",
        "presenter",
        "vlogger",
    }
)
_REPORTERS = frozenset({"correspondent", "journalist", "reporter"})
_POSTING = frozenset({"blog", "facebook", "instagram", "post", "tweet", "twitter"})
_LET_KNOW = frozenset({"inform", "show", "tell"})
_PRINTING = frozenset({"carry", "print", "publish", "report", "run"})
_OF_THE_LAND = frozenset({"national", "public", "state"})
_TIMES = frozenset({"DATE", "TIME", "GPE", "NORP", "LOC"})
_ON_A_SUBJECT = frozenset(
    {"about", "covering", "dedicated", "devoted", "specialising", "specializing"}
)
_OF_A_PLACE = frozenset(
    {
        "broadcaster",
        "broadsheet",
        "channel",
        "daily",
        "magazine",
        "newsletter",
        "newspaper",
        "paper",
    }
    | {"press", "tabloid", "weekly"}
)


def telling_outlets(reading: Reading) -> Iterator[Span]:
    """Yield outlets and works without a name that news is taken from, in text order.

    They are subjects of what outlets do with news ("A podcast claimed"), or are told things
    ("told a breakfast show"); what `unnamed_outlets` yields is not among them. Needs `parse`
    with names, and `attributions`.
    """
    for token in prose_tokens(reading):
        lemma = token.lemma.lower()
        if lemma not in _all_sorts() or token.tag not in {"NN", "NNS", "NNP"}:
            continue
        if token.text != token.text.lower() and token.i > 0 and not token.text.isupper():
            continue  # the last word of a name
        head = _owned(token)
        judged = head is not token and head.dep == "nsubj" and head.head.lemma == "be"
        if not (_tells(head) or judged or _is_told(token, head)) or not _is_nameless(token, head):
            continue
        if lemma in vocabulary("secondhand", "posts") and has_poster(reading, token):
            continue
        sentence = reading.sentence_at(token.start)
        if sentence is None or has_link(reading, sentence.span):
            continue
        span = noun_phrase(token if head is token else head)
        definite = reading.text[span.start : span.start + 4].lower() == "the "
        if definite and any(c.span.end <= span.start for c in outlet_credits(reading)):
            continue  # the paper that was named above
        if is_own_voice(reading, span):
            yield span


def quoted_outlets(reading: Reading) -> Iterator[Span]:
    """Yield set phrases by which a story leans on an outlet without a name, in text order."""
    for _, block in prose(reading):
        for match in _phrases().finditer(reading.text, block.span.start, block.span.end):
            span = Span(*match.span())
            sentence = reading.sentence_at(span.start)
            linked = sentence is not None and has_link(reading, sentence.span)
            if not linked and not reading.quotations.touches(span):
                yield span


def unsigned_letters(reading: Reading) -> Iterator[Span]:
    """Yield letters and comments to the outlet that are quoted without their writer."""
    for _, block in prose(reading):
        for match in _LETTERS.finditer(reading.text, block.span.start, block.span.end):
            if not reading.quotations.touches(Span(*match.span())):
                yield Span(*match.span())


@cache
def _all_sorts() -> frozenset[str]:
    names = ("tellers", "doubtful_tellers", "works", "posts")
    return _REPORTERS.union(*(vocabulary("secondhand", name) for name in names))


@cache
def _phrases() -> LazyRegex:
    """Return what finds "as the gossip columns have it" and its like."""
    sorts = "|".join(sorted(vocabulary("secondhand", "phrase_sorts"), key=len, reverse=True))
    which = "the|a|an|one|some|several|our|certain|other|most|many"
    outlet = rf"(?:{which}) (?:[\w’'-]+ ){{0,3}}(?:{sorts})\b"
    name = r"(?: [A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3})?"
    some, words = r"(?:one|some|several|most) of the", r"(?:[\w’'-]+ ){0,3}"
    also = "already|also|earlier|first|previously|widely"
    told = (
        "(?:aired|alleged|broadcast|carried|claimed|printed|published|quoted|reported|rumou?red"
        "|said|suggested|told|written)"
    )
    media = "(?:social media|facebook|twitter|tiktok|whatsapp|telegram|instagram|youtube)"
    seen = "reads?|hears?|learns?|sees?|gathers?"
    return LazyRegex(
        rf"\b(?i:as {outlet}{name} (?:has|have|had|puts?|would have) it\b"
        rf"|as {outlet} (?:was|were) (?:the )?(?:first|quick) to "
        r"(?:notice|note|report|spot|point out|say|reveal|print)\b"
        rf"|or so {outlet} (?:reports?|says?|said|claims?|claimed|tells? us|would have)\b"
        rf"|if {outlet}{name} (?:is|are|was|were) (?:to be believed|right|correct)\b"
        rf"|(?:in the words of|to quote|to borrow from) {outlet}"
        rf"|(?:if|as) (?:one|we) (?:believes?|trusts?|{seen}) (?:in |from )?{outlet}"
        rf"|(?:according to|told|in|by|per|from) {some} {words}(?:{sorts})\b"
        rf"|{some} {words}(?:{sorts})"
        r" (?:has|have|had|said|says?|claims?|claimed|reports?|reported|puts?|reckons?|ran|run)\b"
        r"|(?:somebody|someone|a user|one user|a poster|users|posters|a hobbyist|one poster)"
        rf" (?:on|in) (?:a|an|the|one) {words}(?:{sorts}|thread|group|chat|server|board)\b"
        rf"|(?:a|an|one) {words}who (?:goes by|(?:posts|tweets|writes) (?:as|under)"
        r"|calls (?:him|her|them)sel(?:f|ves))\b"
        r"|(?:a|an|one) (?:[\w’'-]+ )?(?:newspaper|tabloid|tv|television|press|magazine|undercover)"
        r" (?:sting|expos[eé]|exclusive|scoop|splash)\b(?! (?:by|in|on|for) [A-Z*_])"
        rf"|elsewhere (?:we|one) (?:{seen})\b|(?:we|one) (?:{seen}) elsewhere\b"
        rf"|as (?:(?:other|many|most|several|various|local|foreign) ){{1,2}}{words}(?:{sorts})"
        r" (?:(?:have|has|had|also|already|since|now) ){0,3}"
        r"(?:told|noted|written|pointed out|put it|shown|revealed)\b"
        rf"|it (?:was|is|has been) (?:also )?(?:on|in) (?:an?|one|the) {words}(?:{sorts}|show)"
        r"(?: (?:too|also|yesterday|last \w+))? that\b"
        r"|it (?:is|was) (?:also |now )?to be (?:read|heard|found|seen)"
        rf" (?:elsewhere|(?:in|on) (?:the|some|many) {words}(?:{sorts}))(?: that\b)?"
        rf"|(?:one|we|you) (?:{seen}) (?:in|from|on) (?:the|some) {words}(?:{sorts})\b"
        r"|as (?:the|one) (?:story|tale|rumou?r|theory|version|gossip|joke)"
        r" (?:goes|has it|runs|tells it)"
        r" (?:on|across|around|over|all over) (?:the )?"
        r"(?:facebook|twitter|x|tiktok|reddit|whatsapp|telegram|instagram|youtube|social media"
        r"|internet|web|forums?)\b"
        rf"|(?:(?:as|it) )?(?:(?:has|had|have) been |was |were |is )?(?:{also} )?{told}"
        r" elsewhere\b(?! (?:in|on|below|above)\b)"
        rf"|as (?:was|has been|had been|is being) (?:{also} )?{told}\b(?! (?:by|in|on)\b)"
        r"|(?:(?:has|had|have) been|was|were|is|are) widely reported\b"
        r"|(?:clips?|footage|images?|messages?|photo(?:graph)?s?|pictures?|screenshots?|videos?)"
        r" (?:circulated|circulating|posted|published|seen|shared|uploaded) (?:widely )?"
        rf"(?:online|on (?:the internet|{media}))\b(?! by\b)"
        rf"|all over (?:the internet|{media})\b|doing (?:well|numbers) on {media}\b"
        r"|an? (?:[\w’'-]+ )?(?:alliance|coalition|consortium|group|handful|network|number|team) of"
        r" (?:[\w’'-]+ ){0,2}(?:broadcasters|journalists|magazines|newspapers|outlets|reporters)"
        r"\b(?!,? (?:called|led|including|among))"
        r"|(?:footage|pictures|images|film|video) (?:(?:aired |broadcast |shown )?on|from) "
        r"(?:some )?(?:state|local|foreign) (?:tv|television|media)\b"
        r"|speaking (?:on|to) an? (?:[\w’'-]+ )?(?:podcast|radio station|newspaper|magazine"
        r"|tabloid|broadcaster|phone-in|chat show|breakfast show)\b(?! (?:called|hosted|presented))"
        r"|(?:picked up|first told|first aired) (?:by|on|in) an? (?:[\w’'-]+ )?(?:podcast"
        r"|radio show|radio station|newspaper|magazine|tabloid|blog|website|site)\b)"
    )


def has_poster(reading: Reading, token: Token) -> bool:
    """Return whether the sentence before tells of somebody's posts: Ana Ruiz tweeted from there."""
    sentence = reading.sentence_at(token.start)
    near = (
        []
        if sentence is None
        else [s for s in neighbours(reading, sentence) if s.span < sentence.span]
    )
    return any(
        word.lemma.lower() in _POSTING
        and any(
            w.entity == "PERSON" or (w.tag == "NNP" and w.dep == "nsubj")
            for w in reading.parses[s.block].within(s.span)
        )
        for s in near
        for word in reading.parses[s.block].within(s.span)
    )


def _owned(token: Token) -> Token:
    """Return the account, profile or post of the outlet, or the outlet itself."""
    above = token.head
    owned = token.dep in {"poss", "compound"} and above.i > token.i
    return above if owned and above.lemma.lower() in vocabulary("secondhand", "its_news") else token


def _tells(noun: Token) -> bool:
    """Return whether the noun is the subject of what outlets do with news."""
    verb = noun.head
    if noun.dep == "nsubjpass":  # a radio station has been told
        return verb.lemma in _LET_KNOW and verb.child("agent") is None
    if noun.dep != "nsubj" or noun.i > verb.i:
        return False
    verbs = [verb, *(c for c in verb.children if c.dep == "conj")]
    if any(v.lemma.lower() in vocabulary("secondhand", "telling") for v in verbs):
        return not any(c.tag == "MD" for c in verb.children)
    if _is_sure(noun) and verb.lemma not in vocabulary("secondhand", "own_doings"):
        met = {"dobj", "ccomp", "prt", "prep"}
        return verb.tag != "VB" and any(c.dep in met and c.i > verb.i for c in verb.children)
    rounds = verb.child("dobj")
    if verb.lemma in {"do", "make"} and rounds is not None and rounds.lower == "rounds":
        return True
    return any(has_somebody_do(v) for v in verbs)


def _is_sure(noun: Token) -> bool:
    """Return whether this is an outlet for sure, and one that was not spoken of before."""
    sure = noun.lemma.lower() in vocabulary("secondhand", "tellers")
    return sure and any(c.lower in _OPEN for c in noun.children)


def has_somebody_do(verb: Token) -> bool:
    """Return whether the verb is the "has" of an account: has him calling her a fool."""
    if verb.lemma.lower() != "have" and verb.lower not in {"has", "had", "have"}:
        return False
    below = [c for c in verb.children if c.i > verb.i]
    below += [c for child in below if child.dep == "ccomp" for c in child.children]
    if any(c.dep in {"dobj", "nsubj"} and c.lower == "it" and c.i == verb.i + 1 for c in below):
        return True  # had it lower, has it that
    below += [c for child in below if child.dep == "dobj" for c in child.children]
    return any(
        (c.tag == "VBG" and c.dep in {"acl", "ccomp", "dobj", "xcomp"} and c.i > verb.i + 1)
        or (c.dep == "ccomp" and c.tag == "JJ" and c.child("xcomp") is not None)
        for c in below
    )


def _opens_sentence_with(noun: Token) -> bool:
    """Return whether "in the papers" opens a sentence on what is said there, or was there."""
    prep = noun.head
    if prep.lower == "of" and prep.head.dep == "pobj":
        prep = prep.head.head  # on the sofa of a chat show
    if prep.lower not in {"in", "on"} or prep.dep != "prep" or prep.i > prep.head.i:
        return False
    if prep.i > 0 and prep.text.islower():
        return False
    verb = prep.head
    subject = verb.child("nsubj")
    if verb.lemma in _SAID:
        return True
    return (
        verb.lemma == "be" and noun.tag == "NNS" and subject is not None and subject.lower == "it"
    )


def _is_told(noun: Token, head: Token) -> bool:
    """Return whether somebody told it something: told a breakfast show, said on a podcast."""
    of_air = head is not noun and head.lemma == "interview"  # a radio interview
    sure = of_air or noun.lemma.lower() in vocabulary("secondhand", "tellers")
    if not sure and not _is_of_news(noun):
        return False
    if _opens_sentence_with(noun) or (of_air and _opens_sentence_with(head)):
        return True
    above = noun.head
    if above.lemma == "tell" and noun.dep in {"dobj", "dative", "iobj"}:
        return True
    above = head.head
    if head.dep != "pobj" or above.lower not in {"in", "on", "to", "with"}:
        return False
    if any(c.lower in _OF_THE_LAND for c in head.children):
        return False  # spoke on national radio: there is only one
    verb = above.head
    if verb.lemma.lower() in {"interview", "appearance"}:
        return verb.head.lower in {"in", "during"}
    return verb.lemma in _SAID and above.i > verb.i


def _is_nameless(noun: Token, head: Token) -> bool:
    """Return whether nothing near the outlet says which it is."""
    lemma = noun.lemma.lower()
    before = [c for c in noun.children if c.i < noun.i]
    if lemma == "broadcast" and any(c.lower in {"from", "of", "to"} for c in noun.children):
        return False  # a broadcast to the nation is the speaker's own
    if noun.dep == "compound":  # a TV investigation: the article is that of the whole
        before += [c for c in head.children if c.i < noun.i]
    words = {c.lower for c in before}
    if words & _POINTING or noun.child("appos") is not None or head.child("appos") is not None:
        return False
    platforms = vocabulary("secondhand", "platforms")
    for child in before:
        named = child.entity in _NAMED or (child.tag.startswith("NNP") and not child.entity)
        if named and child.lower not in platforms and child.text[:1].isupper():
            place = lemma in _OF_A_PLACE and bool(words & _OPEN) and child.text not in outlets()
            if not place or any(c.tag.startswith("NNP") for c in before if c is not child):
                return False
        if child.dep == "poss" and child.tag.startswith(("NNP", "PRP")):
            return child.lower == "our" and "sister" in words
    for above in (noun, head, head.head if head.dep == "nsubj" else head):
        for c in above.children:
            made = c.dep in {"prep", "agent"} and c.lower in _MADE and noun.i < c.i
            if made and above is not head.head and _holds_name(c, platforms):
                return False
            if c.dep in {"acl", "relcl"} and c.lower in {"called", "named", "entitled", "titled"}:
                return False
    told = ("secondhand", "works"), ("secondhand", "posts")
    bare = words <= {"a", "an"} and not any(c.i > noun.i for c in noun.children)
    if bare and noun.head.tag == "VBZ" and lemma in vocabularies(*told):
        return False  # of any: "a profile says which rules run"
    if lemma in vocabulary("secondhand", "works") and head is noun:
        return bool(words & {"a", "an", "one", "another", "two", "some", "several"})
    if lemma in vocabulary("secondhand", "posts"):
        return bool(words & {"a", "an", "one", "another", "viral"}) or _is_anybodys(noun)
    doubtful = lemma in vocabulary("secondhand", "doubtful_tellers") and not _is_of_news(noun)
    if head is not noun and head.lemma == "interview":
        doubtful = False
    prints = noun.head.lemma in _PRINTING or has_somebody_do(noun.head)
    if doubtful and not (prints and (words & _OPEN or noun.tag == "NNS")):
        return False
    described = any(c.dep in _BEFORE for c in before)
    if lemma in _REPORTERS and (noun.tag != "NN" or not (described or noun.child("prep"))):
        return False  # one among many who ask: a reporter pointed out
    if words & _OPEN or (noun.tag == "NNS" and noun.dep == "nsubj" and not words and prints):
        return True
    return described and not (lemma in _PERSONS and "the" in words)


def _holds_name(prep: Token, platforms: frozenset[str]) -> bool:
    return any(
        (w.entity in _NAMED or (w.tag.startswith("NNP") and w.entity not in _TIMES))
        and w.lower not in platforms
        for w in prep.subtree
    )


def _is_anybodys(noun: Token) -> bool:
    """Return whether the post is that of somebody unnamed: an influencer's deleted post."""
    owner = noun.child("poss")
    return owner is not None and owner.tag == "NN" and any(c.lower in _OPEN for c in owner.children)


def _is_of_news(noun: Token) -> bool:
    """Return whether the words before it make an outlet of a station, a site or a paper."""
    near = [c for c in noun.children if c.i < noun.i and c.dep in _BEFORE]
    words = {w.lower for c in near for w in c.subtree}
    if words & (vocabularies(("secondhand", "of_news"), ("secondhand", "platforms"))):
        return True
    if any(c.i > noun.i and c.lower in _ON_A_SUBJECT for c in noun.children):
        return True  # a website devoted to trains
    placed = any(c.entity in _PLACES or c.tag == "NNP" for c in near)
    return placed and noun.lemma.lower() in _OF_A_PLACE
