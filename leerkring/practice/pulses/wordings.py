"""What people read of that around which they are asked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SubjectWords:
    """noun     «sessie»
    members  who may read what was released, as the one who answers reads it: «je team»
    is_het   «het werkbezoek», «dit werkbezoek»
    back     what the link back is called
    reported what people write may stand in a report
    """

    noun: str
    members: str
    is_het: bool = False
    back: str = ""
    reported: bool = False

    @property
    def the(self) -> str:
        return f"{'het' if self.is_het else 'de'} {self.noun}"

    @property
    def this(self) -> str:
        return f"{'dit' if self.is_het else 'deze'} {self.noun}"

    @property
    def leader(self) -> str:
        return f"wie {self.the} leidt"

    @property
    def way_back(self) -> str:
        return self.back or f"{self.the[:1].upper()}{self.the[1:]}"
