using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Results;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Reporting;

public sealed class RankingFileTests
{
    [Fact]
    public void A_ranking_is_exported_with_points_pairs_and_a_sentence()
    {
        var text = Encoding.UTF8.GetString(File("""["b","a","c"]""", """["b"]""")!);

        Assert.StartsWith("\uFEFFvraag,groep,maat,keuze,tegen,waarde\r\n", text, StringComparison.Ordinal);
        Assert.Contains("r,open,mensen,,,2\r\n", text, StringComparison.Ordinal);
        Assert.Contains("r,open,borda,a,,1.5\r\n", text, StringComparison.Ordinal);
        Assert.Contains("r,open,boven,a,c,1\r\n", text, StringComparison.Ordinal);
        Assert.Contains("‘Keuze b’ wint van elke andere keuze, als u ze twee aan twee vergelijkt.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("‘Keuze a’ en ‘Keuze b’ verliezen van geen andere keuze. Onderling is er geen "
        + "winnaar.", """["a","b","c"]""", """["b","a","c"]""")]
    [InlineData("Er is geen winnaar. Elke keuze verliest van een andere "
        + "keuze.", """["a","b","c"]""", """["b","c","a"]""", """["c","a","b"]""")]
    [InlineData("Niemand gaf een volgorde.", "\"$skipped\"")]
    public void Ties_and_cycles_are_said_in_a_sentence(string sentence, params string[] ballots)
    {
        var question = (RankingQuestion)Definition.Questions[0];
        var outcome = new RankingOutcome(question, GivenTally.Of(Definition, "r", [.. ballots.Select(ballot => $$"""{"r":{{ballot}}}""")]));

        Assert.Equal(sentence, PairwiseSentence.Of(question, outcome, new ResultWording("nl", Population.Open)));
    }

    [Fact]
    public void Without_a_ranking_there_is_no_file() =>
        Assert.Null(RankingFile.Of([GivenVersion.Of(new GivenConsultation().WithYesNo("j").Build())], []));

    private static Consultation Definition { get; } = new GivenConsultation().WithRanking("r", "a", "b", "c").Build();

    private static byte[]? File(params string[] ballots)
    {
        var tally = GivenTally.Of(Definition, ballots.Select(ballot => new GivenResponse(
            Encoding.UTF8.GetBytes($$"""{"r":{{ballot}}}"""), Population.Open, ResponseChannel.OpenLink)));
        return RankingFile.Of([GivenVersion.Of(Definition)], [.. GivenTally.Rows(1, tally)]);
    }
}
