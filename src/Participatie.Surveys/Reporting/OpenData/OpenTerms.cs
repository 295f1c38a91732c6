using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>The fixed words in the files, with what they mean. They never change: somebody's program reads them.</summary>
public static class OpenTerms
{
    public const string Participants = "deelnemers";
    public const string Seen = "gezien";
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
        (Seen, "hoeveel de vraag zagen"),
        (TableCell.Chosen, "hoeveel dit kozen"),
        (TableCell.First, "hoeveel dit als eerste kozen"),
        (TableCell.Top, "hoeveel dit bij de eerste 3 zetten"),
        (TableCell.Written, "hoeveel iets schreven"),
        .. StatementsQuestion.Judgements.Select(judgement => (judgement.Id, $"hoeveel ‘{judgement.Text.Dutch}’ kozen")),
        (Mean, "gemiddelde"),
        (Median, "het middelste antwoord"),
        (Low, "een kwart antwoordde dit of minder"),
        (High, "een kwart antwoordde dit of meer"),
        .. Passed.Select(passed => (passed.Measure, "hoeveel: " + passed.Meaning)),
    ];

    public static string Of(Population population) => Populations[(int)population].Value;

    public static string OfDimension(string dimension) => Dimensions[dimension == Breakdowns.Place ? 0 : 1].Value;

    public static string OfGroup(string group) => group == Breakdowns.Unknown ? NotSaid : group;
}
