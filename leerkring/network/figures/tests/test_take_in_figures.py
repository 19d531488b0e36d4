"""Taking in figures: each with its period and source, a newer file instead of the older."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.network.figures.actions import take_in_figures
from leerkring.network.figures.cbs_files import FigureFile, read_figures
from leerkring.network.figures.definitions import DEFINITIONS
from leerkring.network.figures.models import Figure
from leerkring.network.people.models import District

File = Callable[..., FigureFile]


def test_a_figure_is_stored_with_the_citation_of_its_period(file: File) -> None:
    assert take_in_figures(file()) == 1
    figure = Figure.objects.get()
    assert (figure.key, figure.area_code, figure.period) == ("inhabitants", "WK000101", "2024")
    assert figure.value == Decimal(12480)
    assert figure.source == DEFINITIONS["inhabitants"].citation("2024")
    assert "CBS" in figure.source
    assert "CC BY 4.0" in figure.source


def test_the_area_gets_its_name(file: File) -> None:
    take_in_figures(file())
    assert District.objects.get(code="WK000101").name == "Havenkwartier"


def test_a_newer_file_replaces_the_same_figure(file: File) -> None:
    take_in_figures(file("12480"))
    take_in_figures(file("12500"))
    assert Figure.objects.get().value == 12500


def test_a_value_that_became_unknown_is_unknown(file: File) -> None:
    take_in_figures(file("12480"))
    take_in_figures(file(None))
    assert Figure.objects.get().value is None


def test_another_period_stands_beside_it(file: File) -> None:
    take_in_figures(file(period="2023"))
    take_in_figures(file(period="2024"))
    assert sorted(Figure.objects.values_list("period", flat=True)) == ["2023", "2024"]


def test_the_period_of_a_row_goes_before_that_of_the_file(file: File) -> None:
    given = file(period="2024")
    take_in_figures(replace(given, figures=(replace(given.figures[0], period="2021"),)))
    figure = Figure.objects.get()
    assert figure.period == "2021"
    assert "2021" in figure.source


def test_a_figure_without_a_period_is_refused_and_nothing_is_kept(file: File) -> None:
    with pytest.raises(ValueError, match="period"):
        take_in_figures(file(period=None))
    assert not Figure.objects.exists()
    assert not District.objects.exists()


@pytest.mark.parametrize("bare", ["key", "period", "source"])
def test_the_table_refuses_a_bare_figure(db: None, bare: str) -> None:
    whole = {"key": "inhabitants", "area_code": "WK000101", "period": "2024", "source": "CBS"}
    with pytest.raises(IntegrityError):
        Figure.objects.create(**{**whole, bare: ""}, value=1)


def test_the_table_refuses_the_same_figure_twice(file: File) -> None:
    take_in_figures(file())
    with pytest.raises(IntegrityError):
        Figure.objects.create(
            key="inhabitants", area_code="WK000101", period="2024", source="CBS", value=1
        )


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (f"WK000101,{'a' * 121},2024,1", "naam"),
        (f"WK000101,Haven,{'2' * 21},1", "Perioden"),
        ("WK000101,Haven,2024,123456789012", "AantalInwoners"),
    ],
)
def test_what_does_not_fit_the_tables_is_refused_at_the_door(cells: str, column: str) -> None:
    table = read_table(f"Codering,naam,Perioden,AantalInwoners\n{cells}\n".encode(), "cbs.csv")
    with pytest.raises(BadTable) as caught:
        read_figures(table)
    (fault,) = caught.value.faults
    assert (fault.row, fault.column) == (2, column)


@pytest.fixture
def sixty(file: File) -> Callable[..., FigureFile]:
    def make(name: str) -> FigureFile:
        one = file()
        areas = [
            replace(
                one.areas[0], code=f"WK{n:06}", name=f"{name} {n}", municipality=f"Plaats {n % 3}"
            )
            for n in range(60)
        ]
        return replace(one, areas=tuple(areas))

    return make


def test_sixty_new_areas_take_few_queries(
    sixty: File, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(20):
        take_in_figures(sixty("Wijk"))
    assert District.objects.filter(name__startswith="Wijk ").count() == 60
    towns = set(District.objects.values_list("municipality__name", flat=True))
    assert towns == {"Plaats 0", "Plaats 1", "Plaats 2"}


def test_sixty_known_areas_take_few_queries(
    sixty: File, django_assert_max_num_queries: Callable[..., object]
) -> None:
    take_in_figures(sixty("Wijk"))
    with django_assert_max_num_queries(20):
        take_in_figures(sixty("Buurt"))
    assert District.objects.filter(name__startswith="Buurt ").count() == 60
    assert District.objects.count() == 60
