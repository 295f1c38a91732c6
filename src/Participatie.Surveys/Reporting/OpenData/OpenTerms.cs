using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>The fixed words in the files, with what they mean. They never change: somebody's program reads them.</summary>
public static class OpenTerms
{
    public const string Participants = "deelnemers";
    public const string Seen = "gezien";
    public const string Letters = "codes-in-brieven";
    public const string Mean = "gemiddelde";
    public const string Median = "midden";
    public const string Low = "kwart-laag";
    public const string High = "kwart-hoog";
    public const string NotSaid = "niet-gezegd";
    public const string Hidden = "verborgen";
    public const string Paper = "papier";
    public const string OpenLink = "open";

    public static readonly IReadOnlyList<(string Cell, string Measure, string Meaning)> Passed =
    [
        (PassedOver.Skipped, "overgeslagen", "sloeg de vraag over"),
        (PassedOver.DontKnow, "weet-ik-niet", "wist het niet"),
        (PassedOver.RatherNot, "zeg-ik-liever-niet", "zei het liever niet"),
    ];

    public static readonly IReadOnlyList<(string Value, string Meaning)> Populations =
        [("open", "mensen die zelf meededen"), ("brief", "mensen die een brief kregen"), ("organisatie", "organisaties")];

    public static readonly IReadOnlyList<(string Value, string Meaning)> Dimensions =
    [
        ("gemeente", "per gemeente"), ("leeftijd", "per leeftijd"),
    ];

    public static IReadOnlyList<(string Value, string Meaning)> Measures { get; } =
    [
        (Participants, "hoeveel er meededen"),
        (Letters, "hoeveel codes er voor brieven zijn gemaakt"),
        (Seen, "hoeveel de vraag zagen"),
        (TableCell.Chosen, "hoeveel dit kozen"),
        (TableCell.First, "hoeveel dit als eerste kozen"),
        (TableCell.Top, "hoeveel dit bij de eerste 3 zetten"),
        (TableCell.Written, "hoeveel iets schreven"),
        .. StatementsQuestion.Judgements.Select(judgement => (judgement.Id, $"hoeveel ‘{judgement.Text.Dutch}’ kozen")),
        ("blij-of-heel-blij", "hoeveel ‘Blij’ of ‘Heel blij’ kozen"),
        ("eens-of-helemaal-eens", "hoeveel ‘Eens’ of ‘Helemaal eens’ kozen"),
        (Mean, "gemiddelde"),
        (Median, "het middelste antwoord"),
        (Low, "een kwart antwoordde dit of minder"),
        (High, "een kwart antwoordde dit of meer"),
        .. Passed.Select(passed => (passed.Measure, "hoeveel: " + passed.Meaning)),
    ];

    public static string Of(Population population) => Populations[(int)population].Value;

    public static string OfDimension(string dimension) => Dimensions[dimension == Breakdowns.Place ? 0 : 1].Value;

    public static string OfGroup(string group) => group == Breakdowns.Unknown ? NotSaid : group;

    /// <summary>What can happen around the figures and everybody may know.</summary>
    public static readonly IReadOnlyList<(LifeStep Step, string Value)> Steps =
    [
        (LifeStep.Opened, "open"),
        (LifeStep.Corrected, "verbeterd"),
        (LifeStep.Extended, "verlengd"),
        (LifeStep.Closed, "eerder-gesloten"),
        (LifeStep.Withdrawn, "gestopt"),
        (LifeStep.Reported, "uitslag-verteld"),
        (LifeStep.Decided, "besluit-verteld"),
    ];

    public static readonly IReadOnlyList<string> DecisionStates = ["gepubliceerd", "verbeterd", "ingetrokken"];

    public static string OfStep(LifeStep step) => Steps.First(known => known.Step == step).Value;

    /// <param name="state">Public.</param>
    /// <param name="isFirst">Nothing was public before it.</param>
    public static string OfState(DecisionState state, bool isFirst) =>
        DecisionStates[state == DecisionState.TakenBack ? 2 : isFirst ? 0 : 1];

    public static string OfOutcome(DecisionOutcome? outcome) => outcome switch
    {
        DecisionOutcome.Doing => "wel",
        DecisionOutcome.Partly => "deels",
        DecisionOutcome.Not => "niet",
        _ => "",
    };

    public static string OfProgress(DecisionProgress? progress) => progress switch
    {
        DecisionProgress.Begun => "begonnen",
        DecisionProgress.Done => "klaar",
        DecisionProgress.Later => "later",
        _ => "",
    };
}
