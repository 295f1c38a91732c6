using System.Text;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Reporting.OpenData;

public sealed class OpenHistoryTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Everybody_reads_what_was_corrected_and_never_by_whom()
    {
        var life = ConsultationLife.Of(1, "proef", isTrial: false,
        [
            At(1, LifeStep.Approved, "zonder de raad"),
            At(2, LifeStep.Opened, "zonder de raad", version: 1),
            At(3, LifeStep.Corrected, "=1+1", version: 2),
            At(4, LifeStep.Extended, "Meer tijd.", day: new DateOnly(2027, 3, 1)),
        ]);

        var written = Encoding.UTF8.GetString(OpenHistoryFiles.ChangesToCsv(History(life))).TrimStart('\uFEFF');

        Assert.Equal(
            [
                "dag,gebeurtenis,versie,tot en met,toelichting",
                "2027-01-06,open,1,,",
                "2027-01-07,verbeterd,2,,'=1+1",
                "2027-01-08,verlengd,,2027-03-01,Meer tijd.",
            ],
            written.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("beheerder", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_was_taken_back_is_marked_and_its_text_is_gone()
    {
        var text = new DecisionText
        {
            Heard = "Meer bussen",
            Outcome = DecisionOutcome.Partly,
            Why = "Wij doen het deels.",
            DecidedBy = "Gedeputeerde Staten",
            By = new DateOnly(2027, 9, 1),
            Progress = DecisionProgress.Begun,
        };
        Dictionary<string, Decision> decisions = new(StringComparer.Ordinal)
        {
            [""] = new Decision("", [Revision(1, DecisionState.Published, text)]),
            ["bus"] = new Decision("bus",
            [
                Revision(1, DecisionState.Draft, text with { Why = "nog geheim" }),
                Revision(2, DecisionState.Published, text with { Why = "eerst zo" }),
                Revision(3, DecisionState.Published, text, "Er stond een fout."),
            ]),
            ["weg"] = new Decision("weg",
            [
                Revision(1, DecisionState.Published, text with { Why = "ingetrokken tekst" }),
                Revision(2, DecisionState.TakenBack, text with { Why = "ingetrokken tekst" }, "Het kon niet."),
                Revision(3, DecisionState.Draft, text with { Why = "nog geheim" }),
            ]),
        };
        var definition = new GivenConsultation().WithYesNo("weg").WithYesNo("bus").Build();
        var history = OpenHistory.Of(GivenVersion.Of(definition), ConsultationLife.Of(1, "proef", isTrial: true, []), decisions);

        var written = Encoding.UTF8.GetString(OpenHistoryFiles.DecisionsToCsv(history)).TrimStart('\uFEFF');

        Assert.Equal(
            [
                "weg,2027-01-05,gepubliceerd,,,,,,,,",
                "weg,2027-01-06,ingetrokken,Het kon niet.,,,,,,,",
                "bus,2027-01-06,gepubliceerd,,,,,,,,",
                "bus,2027-01-07,verbeterd,Er stond een fout.,Meer bussen,deels,Wij doen het deels.,Gedeputeerde Staten,2027-09-01,begonnen,",
                ",2027-01-05,gepubliceerd,,Meer bussen,deels,Wij doen het deels.,Gedeputeerde Staten,2027-09-01,begonnen,",
            ],
            written.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.DoesNotContain("geheim", written, StringComparison.Ordinal);
        Assert.True(history.IsMadeUp);
    }

    private static OpenHistory History(ConsultationLife life) =>
        OpenHistory.Of(GivenVersion.Of(new GivenConsultation().WithYesNo("ja").Build()), life, new Dictionary<string, Decision>());

    private static LifeEvent At(int number, LifeStep step, string reason, DateOnly? day = null, int? version = null) =>
        new(number, Start.AddDays(number), "een beheerder", step, day, version, Revision: null, reason, Answers: null);

    private static DecisionRevision Revision(int number, DecisionState state, DecisionText text, string note = "") =>
        new(number, state, text, note, Start.AddDays(number), "een beheerder");
}
