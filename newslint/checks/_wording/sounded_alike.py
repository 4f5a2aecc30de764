"""More words that sound alike or lack a letter, told apart by what stands beside them."""

from __future__ import annotations

from collections.abc import Callable

from newslint.checks._phrases import vocabulary
from newslint.checks._wording import compared, out_of_class
from newslint.language.tokens import Token

#: Where the wrong words begin and end, and the right ones.
Meant = tuple[Token, Token, str]

_NOUNS = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_HAVE = frozenset({"has", "have", "had", "having"})
_MODIFIERS = frozenset({"JJ", "JJS", "JJR", "CD", "NN", "HYPH", "VBN"})
_AWAY = frozenset({"IN", "RP", "RB", "TO"})
_HARD = frozenset({"worst", "badly", "those", "severely", "directly", "most", "hardest", "also"})
_COMPARING = frozenset({"more", "less", "fewer", "rather", "better", "worse"})
_CALM = frozenset({"fall", "go", "keep", "stay", "remain"})
_LEAVING = frozenset(
    {"arrive", "come", "differ", "drift", "emerge", "escape", "fall", "flee", "flow", "hail",
     "leak", "move", "recover", "resign", "retire", "return", "rise", "stem", "suffer", "travel",
     "vary", "withdraw"}
)  # fmt: skip
#: Verbs of which "off" is a part, and that "of" does not follow.
_OFF = frozenset(
    {"call", "cordon", "drop", "fall", "fend", "jump", "keep", "kick", "lay", "pay", "seal",
     "shrug", "stave", "ward", "wipe"}
)  # fmt: skip
_TO_LIE = frozenset({"in", "under", "beneath", "beside", "near", "behind", "across", "on", "among"})
_LAIN = frozenset(
    {"abandoned", "awake", "buried", "dead", "dormant", "down", "empty", "face", "forgotten",
     "hidden", "idle", "motionless", "still", "unclaimed", "undiscovered", "unnoticed",
     "untouched", "unused", "vacant", "wounded", "injured", "unconscious"}
)  # fmt: skip
_TO_RISE = frozenset({"prominence", "fame", "power", "stardom", "popularity", "notoriety"})
_FAR = 9


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _head_after(tokens: tuple[Token, ...], index: int) -> Token | None:
    """Return the noun that ends the phrase that begins at an index."""
    last = None
    for token in tokens[index : index + 5]:
        if token.tag in _NOUNS or token.dep == "pobj":
            last = token
        elif token.tag not in _MODIFIERS:
            break
    return last


def their(tokens: tuple[Token, ...], there: Token) -> Meant | None:
    """Find "in there third final" and "211p, there lowest price"."""
    before, first = _at(tokens, there.i - 1), _at(tokens, there.i + 1)
    head = _head_after(tokens, there.i + 1)
    if there.text != "there" or before is None or first is None or head is None:
        return None
    after = _at(tokens, head.i + 1)
    if before.sentence != head.sentence or after is None:
        return None
    if after.tag in _FINITE or head.entity in ("DATE", "TIME") or head.lower.endswith("ing"):
        return None
    ranked = first.tag == "JJS" and first.lower not in ("most", "least", "best")
    governed = (before.tag == "IN" and before.dep == "prep" and before.lower in _GOVERNING) or (
        before.lower == "to" and before.dep == "prep"
    )
    thing = first.tag == "NNS" or first.lower in (
        vocabulary("agreement", "countable") | vocabulary("missingwords", "things")
    )
    done = before.pos == "VERB" and before.lemma not in _NO_OBJECT
    if done and first is head and thing and after.tag in ("IN", ".", ",", "TO", "CC"):
        return there, there, "their"
    if governed and first.lower not in ("last", "next", "same"):
        return there, there, "their"
    return (there, there, "their") if ranked and before.tag in (",", "IN", "VBD") else None


#: Verbs after which "there" is a place.
_NO_OBJECT = frozenset(
    {"arrive", "be", "come", "die", "do", "drive", "find", "fly", "get", "go", "happen", "have",
     "know", "lie", "live", "look", "meet", "move", "play", "remain", "return", "run", "say", "see",
     "sit", "stand", "stay", "think", "travel", "walk", "work"}
)  # fmt: skip
_GOVERNING = frozenset(
    {"in", "of", "for", "with", "by", "into", "on", "after", "against", "under", "over", "about",
     "during", "through", "within", "among", "before", "despite", "behind", "at"}
)  # fmt: skip


def led(tokens: tuple[Token, ...], lead: Token) -> Meant | None:
    """Find "was lead down to the cells" and "Amani, who had won, lead at the interval"."""
    before, after = _at(tokens, lead.i - 1), _at(tokens, lead.i + 1)
    if lead.text != "lead" or before is None or after is None or after.text in ("-", "–"):
        return None
    if before.lower in _BE - {"is", "are"} and before.lower != "be":
        numbered = any(t.tag == "CD" for t in tokens[after.i : after.i + 3])
        moved = after.tag in _AWAY and after.lower not in ("on", "in", "for", "of", "at", "as")
        return (lead, lead, "led") if moved and not numbered else None
    helped = any(c.dep in ("aux", "auxpass") for c in lead.children)
    subject = lead.child("nsubj")
    if lead.tag not in ("VBP", "VBD", "VB") or subject is None or helped or subject.i > lead.i:
        return None
    if any(c.dep in ("conj", "cc") for c in subject.children) or before.lower in ("to", "not"):
        return None
    person = subject.lower in ("he", "she", "it")
    named = subject.tag == "NNP" and subject.entity == "PERSON"
    held = lead.dep in ("ROOT", "conj") and before.tag not in ("NN", "JJ")
    return (lead, lead, "led") if (person or named) and held and after.tag != "NN" else None


def than(tokens: tuple[Token, ...], then: Token) -> Meant | None:
    """Find "owed more to luck then to judgment"."""
    after = _at(tokens, then.i + 1)
    if then.text != "then" or after is None or after.tag not in ("IN", "TO"):
        return None
    ahead = [t for t in tokens[max(0, then.i - _FAR) : then.i] if t.sentence == then.sentence]
    for token in reversed(ahead):
        if token.tag in (",", "CC", ":") or token.lower == "than" or token.tag in _FINITE:
            return None
        if token.tag in ("JJR", "RBR") or token.lower in _COMPARING:
            same = any(t.lower == after.lower for t in tokens[token.i : then.i])
            return (then, then, "than") if same else None
    return None


def affected(tokens: tuple[Token, ...], effected: Token) -> Meant | None:
    """Find "those worst effected" and "the households effected will"."""
    before, after = _at(tokens, effected.i - 1), _at(tokens, effected.i + 1)
    if before is None or after is None or effected.tag not in ("VBN", "VBD", "JJ"):
        return None
    if effected.child("dobj") is not None:
        return None
    people = before.tag == "NNS" and before.lemma in vocabulary("missingwords", "persons-only")
    lived = before.lemma in _LIVED_IN
    closed = after.lower == "by" or after.tag in (".", ",", "MD", "VBD", "VBP", "VBZ", "IN")
    if (people or lived or before.lower in _HARD) and closed:
        return effected, effected, "affected"
    return None


_LIVED_IN = frozenset(
    {"area", "business", "child", "community", "company", "country", "customer", "driver",
     "family", "farmer", "home", "household", "neighborhood", "neighbourhood", "passenger",
     "patient", "people", "property", "pupil", "region", "resident", "road", "school", "staff",
     "street", "student", "town", "village", "worker"}
)  # fmt: skip


def where(tokens: tuple[Token, ...], were: Token) -> Meant | None:
    """Find "moved to Lisbon, were rents were lower"."""
    before, after = _at(tokens, were.i - 1), _at(tokens, were.i + 1)
    if before is None or after is None or before.text != "," or were.text != "were":
        return None
    place = _at(tokens, were.i - 2)
    if place is None or place.pos not in ("NOUN", "PROPN") or after.lower in ("they", "it", "he"):
        return None
    noun = False
    for token in tokens[after.i : after.i + _FAR]:
        if token.sentence != were.sentence or token.text in (",", ".") or token.tag in ("TO", "CC"):
            return None
        if token.tag in ("WDT", "WP", "WRB", "VBG", "VBN"):
            return None
        if token.tag in _FINITE:
            return (were, were, "where") if noun else None
        noun = noun or token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP")
    return None


def quiet(tokens: tuple[Token, ...], quite: Token) -> Meant | None:
    """Find "the hall fell quite." and "a quite village"."""
    before, after = _at(tokens, quite.i - 1), _at(tokens, quite.i + 1)
    if quite.text != "quite" or before is None or after is None:
        return None
    if before.lemma in _CALM and before.pos == "VERB" and after.tag in (".", ",", "IN", "CC"):
        return quite, quite, "quiet"
    noun = after.tag in _NOUNS and after.lower not in ("contrast", "bit", "right", "opposite")
    thing = before.lower in ("a", "this", "their", "its") and noun
    ends = _at(tokens, after.i + 1)
    return (quite, quite, "quiet") if thing and ends is not None and ends.pos != "NOUN" else None


def from_(tokens: tuple[Token, ...], form: Token) -> Meant | None:
    """Find "leaked form a trawler" and "to from a coalition"."""
    before, after = _at(tokens, form.i - 1), _at(tokens, form.i + 1)
    if before is None or after is None:
        return None
    if form.text == "from":
        begun = before.lower == "to" and after.lower in ("a", "an", "the", "part")
        return (form, form, "form") if begun and before.tag == "TO" else None
    left = before.lemma in _LEAVING and before.pos == "VERB"
    # A single thing "forms": "a gift form the mayor" comes from him.
    left = left or (before.tag == "NN" and after.text in ("a", "an", "the", "his", "her", "its"))
    begins = after.tag in ("DT", "PRP$", "NNP", "CD", "NNS", "NN")
    return (form, form, "from") if left and begins and form.text == "form" else None


def off(tokens: tuple[Token, ...], of: Token) -> Meant | None:
    """Find "kept of the sand" and "sealed of the square"."""
    before, after = _at(tokens, of.i - 1), _at(tokens, of.i + 1)
    if of.text != "of" or before is None or after is None or before.pos != "VERB":
        return None
    if before.lemma not in _OFF or before.tag not in ("VBD", "VBN", "VB"):
        return None
    return (of, of, "off") if after.tag in ("DT", "PRP$") else None


def lain(tokens: tuple[Token, ...], laid: Token) -> Meant | None:
    """Find "had laid untouched" and "laying on the touchline"."""
    after = _at(tokens, laid.i + 1)
    if laid.pos != "VERB" or after is None or laid.lower not in ("laid", "laying", "lays"):
        return None
    if laid.child("dobj", "auxpass", "prt", "nsubjpass") is not None:
        return None
    had = any(c.dep == "aux" and c.lower in _HAVE for c in laid.children)
    if laid.lower == "laid" and not had:
        subject = laid.child("nsubj")
        if subject is None or laid.tag != "VBD" or laid.dep not in ("ROOT", "conj", "advcl"):
            return None
    if laid.dep == "relcl" and not _is_subject_of(laid):
        return None
    flat = after.lower in _LAIN and after.lower != "down"
    on = after.lower in _TO_LIE and after.dep == "prep" and after.head is laid
    ground = on and any(
        t.lower in _BEDS for t in tokens[after.i + 1 : after.i + 5] if t.sentence == laid.sentence
    )
    right = {"laid": "lain" if had else "lay", "laying": "lying", "lays": "lies"}[laid.lower]
    return (laid, laid, right) if flat or ground else None


_BEDS = frozenset(
    {"bed", "beds", "ground", "floor", "grass", "road", "street", "pitch", "touchline", "sofa",
     "stretcher", "pavement", "sand", "beach", "couch", "mattress", "grave", "drawer", "cellar",
     "attic", "ruins", "bottom", "seabed", "dark", "sun", "water", "mud", "snow", "wait", "state",
     "hospital", "pool", "track", "tracks", "field", "fields", "shed", "box", "vault", "rubble"}
)  # fmt: skip


def _is_subject_of(verb: Token) -> bool:
    subject = verb.child("nsubj")
    return subject is not None and subject.tag in ("WDT", "WP")


def rose(tokens: tuple[Token, ...], raised: Token) -> Meant | None:
    """Find "raised to fame" and "the price had raised by half"."""
    after = _at(tokens, raised.i + 1)
    if raised.lower not in ("raised", "raising") or after is None or raised.pos != "VERB":
        return None
    if raised.child("dobj", "auxpass", "nsubjpass") is not None:
        return None
    thing = _at(tokens, raised.i + 2)
    subject = raised.child("nsubj")
    had = any(c.dep == "aux" and c.lower in _HAVE for c in raised.children)
    famed = after.lower == "to" and thing is not None and thing.lower in _TO_RISE
    if not famed:
        gone_up = after.lower == "by" and raised.dep in ("ROOT", "ccomp", "conj", "advcl")
        if not (gone_up and had and subject is not None and subject.tag in _NOUNS):
            return None
    elif raised.lower == "raised" and subject is None and raised.dep == "acl":
        return None
    right = "rising" if raised.lower == "raising" else "risen" if had else "rose"
    return raised, raised, right


def beaten(tokens: tuple[Token, ...], beat: Token) -> Meant | None:
    """Find "who had beat Vale twice"."""
    before, after = _at(tokens, beat.i - 1), _at(tokens, beat.i + 1)
    if beat.text != "beat" or before is None or after is None or before.text not in _HAVE:
        return None
    return (beat, beat, "beaten") if after.tag in ("NNP", "DT", "PRP$", "PRP", "NNS") else None


def used_to(tokens: tuple[Token, ...], use: Token) -> Meant | None:
    """Find "earlier than it use to" and "half what it use to sell"."""
    who, to, then = (_at(tokens, use.i + k) for k in (-1, 1, 2))
    if use.text != "use" or who is None or to is None or then is None or to.lower != "to":
        return None
    if who.tag not in ("PRP", "NNP") or any(
        t.lower in ("did", "do", "didn't", "not", "n't", "n’t")
        for t in tokens[max(0, use.i - 5) : use.i]
    ):
        return None
    single = who.lower in ("he", "she", "it") or who.tag == "NNP"
    compared = any(
        t.lower in ("than", "as", "what", "like") for t in tokens[max(0, use.i - 4) : use.i]
    )
    return (use, use, "used") if single or compared else None


def citing(tokens: tuple[Token, ...], sighting: Token) -> Meant | None:
    """Find ", sighting the risk", ", waived to fans", "pouring over papers" and the like."""
    table = _ROLES.get(sighting.text)
    if table is None:
        return None
    right, before, after = table
    ahead = _at(tokens, sighting.i - 1)
    rest = [t for t in tokens[sighting.i + 1 : sighting.i + 5] if t.sentence == sighting.sentence]
    if ahead is None or not rest or (before and ahead.lower not in before):
        return None
    nouns = {t.lower for t in rest if t.tag in _NOUNS} | {rest[0].lower}
    return (sighting, sighting, right) if nouns & after else None


_READ = frozenset(
    {"accounts", "archives", "blueprints", "books", "charts", "data", "diaries", "documents",
     "drawings", "emails", "figures", "files", "footage", "images", "ledgers", "letters", "lists",
     "manuscripts", "maps", "notes", "paperwork", "papers", "photographs", "photos", "plans",
     "records", "reports", "results", "spreadsheets", "statements", "statistics", "tapes",
     "texts", "transcripts", "video", "videos", "evidence"}
)  # fmt: skip
_NAMED = frozenset(
    {"article", "case", "cases", "concern", "concerns", "conflict", "conflicts", "confidentiality",
     "cost", "costs", "data", "demand", "difficulties", "documents", "evidence", "fear", "fears",
     "figures", "health", "interest", "lack", "law", "need", "officials", "precedent", "pressure",
     "privacy", "problems", "reason", "reasons", "report", "reports", "research", "risk", "risks",
     "rules", "safety", "security", "shortage", "source", "sources", "studies", "study"}
)  # fmt: skip
_OVER = frozenset({"over"})
_NONE: frozenset[str] = frozenset()
#: Words that are right elsewhere: what is meant, what stands before, what is near after.
_ROLES: dict[str, tuple[str, frozenset[str], frozenset[str]]] = {
    "sighting": ("citing", frozenset({","}), _NAMED),
    "siting": ("citing", frozenset({","}), _NAMED),
    "waived": ("waved", _NONE, frozenset({"at", "to", "play", "goodbye", "flags", "flag",
                                          "banners", "placards", "hands", "arms"})),
    "waiving": ("waving", _NONE, frozenset({"at", "to", "goodbye", "flags", "flag", "banners",
                                            "placards", "hands", "arms"})),
    "weighting": ("weighing", _NONE, frozenset({"less", "more", "up", "about", "just", "nearly",
                                                "almost", "around", "over", "under"})),
    "complimentary": ("complementary", _NONE, frozenset({
        "approach", "approaches", "colours", "colors", "medicine", "medicines", "methods",
        "qualities", "roles", "skills", "strengths", "styles", "techniques", "therapies",
        "therapy", "strategies", "measures", "businesses"})),
}  # fmt: skip


def pored(tokens: tuple[Token, ...], poured: Token) -> Meant | None:
    """Find "pouring over 4,000 documents"."""
    over = _at(tokens, poured.i + 1)
    if over is None or over.lower != "over":
        return None
    near = tokens[over.i + 1 : over.i + 6]
    read = any(t.lower in _READ and t.sentence == over.sentence for t in near)
    right = {"pouring": "poring", "poured": "pored", "pour": "pore", "pours": "pores"}[poured.text]
    return (poured, poured, right) if read else None


def dam(tokens: tuple[Token, ...], damn: Token) -> Meant | None:
    """Find "over the damn at the lake"."""
    before, after = _at(tokens, damn.i - 1), _at(tokens, damn.i + 1)
    if before is None or after is None or before.tag not in ("DT", "PRP$", "JJ", "NN"):
        return None
    noun = after.tag in ("IN", ",", ".", "VBD", "MD", "VBZ", "WDT", "CC", "TO")
    cared = any(t.lemma in ("give", "care", "worth") for t in tokens[max(0, damn.i - 4) : damn.i])
    return (damn, damn, damn.text.replace("mn", "m")) if noun and not cared else None


Finder = Callable[[tuple[Token, ...], Token], Meant | None]
FINDERS_AT: dict[str, tuple[Finder, ...]] = {
    "there": (their, out_of_class.their),
    "past": (out_of_class.passed,),
    "through": (out_of_class.threw,),
    "practise": (out_of_class.practice,),
    "principle": (out_of_class.principal,),
    "rise": (out_of_class.raise_,),
    "lead": (led,),
    "then": (than,),
    "as": (compared.than,),
    "than": (compared.but,),
    "that": (compared.than_that,),
    "more": (compared.as_much,),
    "-": (compared.cut_off,),
    **dict.fromkeys(compared.SO_WORDS, (compared.so_poor,)),
    "effected": (affected,),
    "were": (where,),
    "quite": (quiet,),
    "form": (from_,),
    "from": (from_,),
    "of": (off,),
    "laid": (lain,),
    "laying": (lain,),
    "lays": (lain,),
    "raised": (rose,),
    "raising": (rose,),
    "beat": (beaten,),
    "use": (used_to,),
    "damn": (dam,),
    **dict.fromkeys(("pouring", "poured", "pour", "pours"), (pored,)),
    **dict.fromkeys(_ROLES, (citing,)),
}


def meant_at(tokens: tuple[Token, ...], token: Token) -> Meant | None:
    """Return the wrong word at a word of a block, and the right one."""
    finders = FINDERS_AT.get(token.lower)
    if finders is None:
        return None
    return next(filter(None, (find(tokens, token) for find in finders)), None)
