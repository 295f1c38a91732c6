using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

/// <summary>Exact means beside hidden bands, and choices that exclude the others: what they say about a count that is hidden.</summary>
public sealed class ProtectedNumbersTests
{
    [Fact]
    public void A_mean_of_incomes_is_told_only_beside_all_bands()
    {
        var definition = AboutPeople(new GivenConsultation().WithNumber("inkomen", 0, 5000));

        // Thirty low, eleven in the middle and one at the top: the exact sum leaves no room for ten at the top.
        var hidden = Published(definition, [.. Incomes(100, 30), .. Incomes(1100, 11), .. Incomes(4900, 1)]).Of("inkomen");
        Assert.Contains(hidden.Cells, cell => cell.Count is null);
        Assert.Empty(hidden.Measures);

        var shown = Published(definition, [.. Enumerable.Range(0, 10).SelectMany(band => Incomes((500 * band) + 7, 10))]).Of("inkomen");
        Assert.DoesNotContain(shown.Cells, cell => cell.Count is null && cell.Id[0] != '$');
        Assert.Equal(2257, Assert.Single(shown.Measures).Mean);
    }

    [Fact]
    public void Groups_have_no_mean_when_those_left_out_all_gave_the_same_number()
    {
        var definition = new GivenConsultation().WithNumber("keer", 0, 9).Where(question => question with { Required = true }).WithPlace()
            .Build();
        List<string> answers =
        [
            .. Enumerable.Range(0, 40).Select(
                person => $$"""{"keer":{{person % 7}},"gemeente":"{{(person % 2 == 0 ? "assen" : "emmen")}}"}""")
        ];
        string[] left = ["aa-en-hunze", "borger-odoorn", "coevorden"];
        var mixed = Published(
            definition,
            [.. answers, .. Enumerable.Range(0, 15).Select(person => $$"""{"keer":{{person % 3}},"gemeente":"{{left[person % 3]}}"}""")]);
        var same = Published(
            definition, [.. answers, .. Enumerable.Range(0, 15).Select(person => $$"""{"keer":0,"gemeente":"{{left[person % 3]}}"}""")]);

        Assert.NotEmpty(Assert.Single(mixed.Of("keer").Breakdowns).Groups[0].Measures);
        Assert.All(same.Of("keer").Breakdowns.SelectMany(split => split.Groups), group => Assert.Empty(group.Measures));
    }

    [Fact]
    public void Nobody_learns_how_few_chose_none_of_these()
    {
        var definition =
            AboutPeople(new GivenConsultation().WithChoices("hulp", "k", "l", "m", "geen")
                .Where(question => ((ChoicesQuestion)question) with
        {
            AtMost = 2,
            Offered = [.. ((ChoicesQuestion)question).Offered.Select(choice => choice with { Exclusive = choice.Id == "geen" })],
        }));

        var hulp = Published(definition,
        [
            .. Chosen(25, "k", "l"), .. Chosen(5, "k", "m"), .. Chosen(5, "l", "m"), .. Chosen(5, "geen"),
        ]).Of("hulp");

        // Nobody is in more than two of what is shown: so many at least did not choose "none", and room must be left for ten who did.
        var atLeast = (new[] { "k", "l", "m" }.Sum(choice => hulp.Count(choice) ?? 0) + 1) / 2;
        Assert.Null(hulp.Count("geen"));
        Assert.True(40 - atLeast >= 10, $"At most {40 - atLeast}");
    }

    [Fact]
    public void Who_chose_neither_none_nor_a_choice_are_people_too()
    {
        var definition =
            AboutPeople(new GivenConsultation().WithChoices("hulp", "k", "l", "m", "geen")
                .Where(question => ((ChoicesQuestion)question) with
        {
            Offered = [.. ((ChoicesQuestion)question).Offered.Select(choice => choice with { Exclusive = choice.Id == "geen" })],
        }));

        var hulp = Published(
            definition, [.. Chosen(20, "k"), .. Chosen(12, "k", "l"), .. Chosen(3, "l"), .. Chosen(15, "geen")]).Of("hulp");

        // Fifty answered: without 15 and 32 there are three left.
        Assert.False(hulp.Count("geen") is not null && hulp.Count("k") is not null);
    }

    private static Consultation AboutPeople(GivenConsultation given) =>
        given.Where(question => question with { Required = true, Why = GivenConsultation.Words("Omdat") }).Build();

    private static IEnumerable<string> Incomes(int income, int times) => Enumerable.Repeat($$"""{"inkomen":{{income}}}""", times);

    private static IEnumerable<string> Chosen(int times, params string[] choices) =>
        Enumerable.Repeat($$"""{"hulp":[{{string.Join(',', choices.Select(choice => $"\"{choice}\""))}}]}""", times);

    private static GivenPublication Published(Consultation definition, IEnumerable<string> documents)
    {
        var publication = new GivenPublication(definition);
        publication.Publish(
            GivenTally.Of(
                definition,
                documents.Select(
                    document => new GivenResponse(Encoding.UTF8.GetBytes(document), Population.Open, ResponseChannel.OpenLink))),
            closed: true);
        return publication;
    }
}
