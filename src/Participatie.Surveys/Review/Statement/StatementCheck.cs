using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Review.Statement;

/// <summary>What keeps the statement from being saved or signed. Problems are named after the members of <see cref="StatementText"/>.</summary>
public static class StatementCheck
{
    public static IEnumerable<Problem> ForDraft(StatementText text)
    {
        foreach (var problem in TextCheck.TooLong(Texts(text)))
            yield return problem;
        if (text.RegisterLink.Length > 0 && !(Uri.TryCreate(text.RegisterLink, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps))
            yield return new Problem(nameof(StatementText.RegisterLink), "Vul een adres in dat begint met https://.");
        if (text.Faults.Count > StatementText.MostFaults)
            yield return new Problem(nameof(StatementText.Faults), $"Er zijn te veel fouten. Noem er hooguit {StatementText.MostFaults}.");
        foreach (var problem in text.Faults.SelectMany(Of).Take(1))
            yield return problem with { At = nameof(StatementText.Faults) };
    }

    /// <summary>Named after the members of <see cref="Fault"/>.</summary>
    public static IEnumerable<Problem> Of(Fault fault) => TextCheck.TooLong(
    [
        (nameof(Fault.What), fault.What, StatementText.LongestText),
        (nameof(Fault.Cause), fault.Cause, StatementText.LongestText),
        (nameof(Fault.Consequence), fault.Consequence, StatementText.LongestText),
        (nameof(Fault.Alternative), fault.Alternative, StatementText.LongestText),
        (nameof(Fault.Measure), fault.Measure, StatementText.LongestText),
    ]);

    public static IEnumerable<Problem> ForSigning(StatementText text, DateOnly today) =>
    [
        .. ForDraft(text),
        .. TextCheck.Missing(Required(text)),
        .. TextCheck.NotBeen(nameof(StatementText.SignedOn), text.SignedOn, today, "Vul in op welke dag er getekend is."),
    ];

    private static (string Member, string Text, string Ask)[] Required(StatementText text) =>
    [
        (nameof(StatementText.Organisation), text.Organisation, "Vul in van wie de site is."),
        (nameof(StatementText.Site), text.Site, "Vul in hoe de site heet."),
        (nameof(StatementText.Address), text.Address, "Vul het adres van de site in."),
        (nameof(StatementText.Scope), text.Scope, "Vul in waar de verklaring over gaat."),
        (nameof(StatementText.Mail), text.Mail, "Vul in naar welk adres mensen mailen."),
        (nameof(StatementText.Complaint), text.Complaint, "Vul in wat mensen doen als het antwoord niet goed is."),
        (nameof(StatementText.Signer), text.Signer, "Vul in wie de verklaring tekent."),
        (nameof(StatementText.Function), text.Function, "Vul de functie in van wie tekent."),
    ];

    private static (string Member, string Text, int Most)[] Texts(StatementText text) =>
    [
        (nameof(StatementText.Organisation), text.Organisation, StatementText.LongestLine),
        (nameof(StatementText.Site), text.Site, StatementText.LongestLine),
        (nameof(StatementText.Platform), text.Platform, StatementText.LongestLine),
        (nameof(StatementText.Supplier), text.Supplier, StatementText.LongestLine),
        (nameof(StatementText.Overview), text.Overview, StatementText.LongestLine),
        (nameof(StatementText.Address), text.Address, StatementText.LongestLine),
        (nameof(StatementText.Scope), text.Scope, StatementText.LongestText),
        (nameof(StatementText.Measures), text.Measures, StatementText.LongestText),
        (nameof(StatementText.Mail), text.Mail, StatementText.LongestLine),
        (nameof(StatementText.Phone), text.Phone, StatementText.LongestLine),
        (nameof(StatementText.Complaint), text.Complaint, StatementText.LongestText),
        (nameof(StatementText.Signer), text.Signer, StatementText.LongestLine),
        (nameof(StatementText.Function), text.Function, StatementText.LongestLine),
        (nameof(StatementText.RegisterLink), text.RegisterLink, StatementText.LongestLine),
    ];
}
