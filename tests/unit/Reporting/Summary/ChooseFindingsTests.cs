using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Tests.Reporting.Summary;

/// <summary>Which five stand on the first page is a rule and nobody's choice.</summary>
public sealed class ChooseFindingsTests
{
    [Fact]
    public void A_ranking_a_budget_and_a_close_call_have_a_place_and_the_largest_majorities_take_the_others() =>
        Assert.Equal(
            ["b", "d", "volgorde", "geld", "verdeeld"],
            Chosen(
                ("a", FindingKind.Majority, 0.5),
                ("b", FindingKind.Majority, 0.9),
                ("c", FindingKind.Majority, 0.6),
                ("d", FindingKind.Majority, 0.7),
                ("volgorde", FindingKind.Ranking, 0.2),
                ("geld", FindingKind.Budget, 0.3),
                ("verdeeld", FindingKind.CloseCall, 0.99)));

    [Fact]
    public void Of_several_of_a_kind_the_strongest_has_the_place() =>
        Assert.Equal(
            ["a", "b", "c", "d", "hoog"],
            Chosen(
                ("laag", FindingKind.Ranking, 0.2),
                ("hoog", FindingKind.Ranking, 0.4),
                ("a", FindingKind.Majority, 0.9),
                ("b", FindingKind.Majority, 0.8),
                ("c", FindingKind.Majority, 0.7),
                ("d", FindingKind.Majority, 0.6)));

    [Fact]
    public void Of_equals_what_was_asked_first_goes_first() =>
        Assert.Equal(
            ["een", "twee", "drie", "vier", "vijf"],
            Chosen([.. new[] { "een", "twee", "drie", "vier", "vijf", "zes" }.Select(id => (id, FindingKind.Majority, 0.5))]));

    [Fact]
    public void No_question_takes_two_places() =>
        Assert.Equal(
            [("b", FindingKind.Majority), ("a", FindingKind.CloseCall)],
            ChooseFindings.Of(Candidates(
                ("a", FindingKind.Majority, 0.51), ("a", FindingKind.CloseCall, 0.98), ("b", FindingKind.Majority, 0.5)))
                .Select(one => (one.Question, one.Finding.Kind)));

    [Fact]
    public void Where_places_are_left_the_rest_fills_them_in_the_order_of_the_questions() =>
        Assert.Equal(
            ["meer", "hoog", "laag", "getal", "woorden"],
            Chosen(
                ("getal", FindingKind.Other, 0),
                ("woorden", FindingKind.Other, 0),
                ("nog-woorden", FindingKind.Other, 0),
                ("laag", FindingKind.Ranking, 0.1),
                ("hoog", FindingKind.Ranking, 0.3),
                ("meer", FindingKind.Majority, 0.3)));

    [Fact]
    public void What_fewer_than_half_saw_comes_last_however_strong_it_is()
    {
        var candidates = Candidates(
            ("weinig", FindingKind.CloseCall, 0.99), ("ook-weinig", FindingKind.Majority, 0.95), ("allen", FindingKind.Majority, 0.4),
            ("getal", FindingKind.Other, 0));
        candidates = candidates.ConvertAll(one =>
            (one.Question, one.Finding with { IsOfFew = one.Question.Contains("weinig", StringComparison.Ordinal) }));
        Assert.Equal(["allen", "getal", "ook-weinig", "weinig"], ChooseFindings.Of(candidates).Select(one => one.Question));
    }

    [Fact]
    public void What_fewer_than_half_saw_takes_no_place_of_what_all_saw() =>
        Assert.Equal(
            ["een", "twee", "drie", "vier", "vijf"],
            ChooseFindings.Of(
            [
                ("weinig", new Finding(FindingKind.Majority, 0.9, "") { IsOfFew = true }),
                .. Candidates([.. new[] { "een", "twee", "drie", "vier", "vijf" }.Select(id => (id, FindingKind.Majority, 0.4))]),
            ]).Select(one => one.Question));

    [Fact]
    public void Without_anything_there_is_nothing() => Assert.Empty(Chosen());

    private static IEnumerable<string> Chosen(params (string Question, FindingKind Kind, double Strength)[] candidates) =>
        ChooseFindings.Of(Candidates(candidates)).Select(one => one.Question);

    private static List<(string Question, Finding Finding)> Candidates(
        params (string Question, FindingKind Kind, double Strength)[] candidates) =>
        [.. candidates.Select(one => (one.Question, new Finding(one.Kind, one.Strength, one.Question)))];
}
