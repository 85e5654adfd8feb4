"""Whether a word is spelt as a Vietnamese syllable can be: an onset, a rhyme, at most one tone.

It is the measure by which text in an old encoding is told from text that is already right, and by which a repair of
a scanning error is judged. It says nothing of whether the word exists.
"""

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The combining marks of the five marked tones: huyền, sắc, ngã, hỏi, nặng."""

_ONSETS = (
    "ngh ng nh ph th tr kh gh gi qu ch b c d đ g h k l m n p r s t v x".split()
)  # longest first, so that "nghị" is not taken for n + ghị
_RHYMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc
    oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn
    uynh uyt uyu uyp ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt
    """.split()
)
_TONE = re.compile(f"[{TONES}]")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` (any case, composed or not) is spelt as one Vietnamese syllable; mixed case is not."""
    if not (word.islower() or word.isupper() or word.istitle() or word[1:].islower()):
        return False
    marks = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONE.subn("", marks)
    if tones > 1:
        return False
    letters = unicodedata.normalize("NFC", bare)
    if letters in _RHYMES:
        return True
    return any(letters.startswith(onset) and letters[len(onset) :] in _RHYMES for onset in _ONSETS)
