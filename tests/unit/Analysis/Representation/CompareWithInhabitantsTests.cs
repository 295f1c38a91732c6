using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Analysis.Representation;

public sealed class CompareWithInhabitantsTests
{
    private static readonly InterfaceWords Words = InterfaceWords.For(Participatie.Surveys.Language.Languages.Dutch, Audience.Staff);

    [Fact]
    public void The_figures_of_the_program_are_those_that_it_was_given_with_year_and_source()
    {
        var figures = InhabitantFigures.BuiltIn;

        Assert.Equal(12, figures.Inhabitants.Count);
        Assert.Equal(
            PlaceQuestion.Municipalities.Select(place => place.Id).Order(StringComparer.Ordinal),
            figures.Inhabitants.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((488_982L, 2014), (figures.Total, figures.Year));
        Assert.Contains("CBS", figures.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2019, false)]
    [InlineData(2020, true)]
    public void Figures_older_than_five_years_are_old(int now, bool isOld) =>
        Assert.Equal(isOld, InhabitantFigures.BuiltIn.IsOld(new DateOnly(now, 6, 1)));

    [Fact]
    public void Says_nothing_of_too_few()
    {
        Assert.Null(CompareWithInhabitants.Of(Share(total: 95), 19, InhabitantFigures.BuiltIn));
        Assert.Equal(
            "Dat weten wij nog niet. Daarvoor moeten wij van 100 mensen weten waar zij wonen.", RepresentationSentence.Of(null, Words));
    }

    [Fact]
    public void Names_nobody_when_each_municipality_has_its_share()
    {
        var found = CompareWithInhabitants.Of(Share(total: 2000), 19, InhabitantFigures.BuiltIn)!;

        Assert.All(found.Rows, row => Assert.Equal(RepresentationStanding.AsExpected, row.Standing));
        Assert.Equal("Geen gemeente blijft ver achter.", RepresentationSentence.Of(found, Words));
    }

    [Fact]
    public void Names_who_is_missing_the_largest_gap_first()
    {
        var counts = Share(total: 2000);
        counts["emmen"] = 100;
        counts["assen"] = 60;
        counts["meppel"] += 300;

        var found = CompareWithInhabitants.Of(counts, 19, InhabitantFigures.BuiltIn)!;

        Assert.Equal(["emmen", "assen"], found.Missing.Select(row => row.Municipality));
        Assert.Equal("Uit Emmen en Assen deden weinig mensen mee.", RepresentationSentence.Of(found, Words));
        Assert.Equal(RepresentationStanding.More, found.Rows.Single(row => row.Municipality == "meppel").Standing);
    }

    [Fact]
    public void Says_how_many_more_when_many_are_missing()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["assen"] = 900 };

        var found = CompareWithInhabitants.Of(counts, 19, InhabitantFigures.BuiltIn)!;

        Assert.Equal(
            "Uit Emmen, Hoogeveen, Coevorden en nog 8 gemeenten deden weinig mensen mee.", RepresentationSentence.Of(found, Words));
        Assert.Null(found.Rows.Single(row => row.Municipality == "emmen").Responses);
    }

    [Fact]
    public void Does_not_name_a_municipality_that_may_have_enough_behind_what_is_hidden()
    {
        var counts = Share(total: 400);
        // Expected about 15; so many may be there unseen.
        counts.Remove("westerveld");

        var found = CompareWithInhabitants.Of(counts, 19, InhabitantFigures.BuiltIn)!;

        Assert.Empty(found.Missing);
        Assert.NotEmpty(CompareWithInhabitants.Of(counts, 0, InhabitantFigures.BuiltIn)!.Missing);
    }

    private static Dictionary<string, long> Share(long total) => InhabitantFigures.BuiltIn.Inhabitants.ToDictionary(
        place => place.Key, place => total * place.Value / InhabitantFigures.BuiltIn.Total, StringComparer.Ordinal);
}
