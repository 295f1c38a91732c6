using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Review.Statement;

/// <summary>What keeps the statement from being saved or signed. Problems are named after the members of <see cref="StatementText"/>.</summary>
public static class StatementCheck
{
    public static IEnumerable<Problem> ForDraft(StatementText text)
    {
        foreach (var (member, words, most) in Texts(text))
        {
            if (PerceivedText.IsLongerThan(words, most) || PerceivedText.IsTooHeavy(words))
                yield return new Problem(member, $"Deze tekst is te lang. Gebruik hooguit {most} tekens.");
        }

        if (text.RegisterLink.Length > 0 && !(Uri.TryCreate(text.RegisterLink, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps))
            yield return new Problem(nameof(StatementText.RegisterLink), "Vul een adres in dat begint met https://.");
        if (text.Faults.Count > StatementText.MostFaults)
            yield return new Problem(nameof(StatementText.Faults), $"Er zijn te veel fouten. Noem er hooguit {StatementText.MostFaults}.");
        foreach (var problem in text.Faults.SelectMany(Of).Take(1))
            yield return problem with { At = nameof(StatementText.Faults) };
    }

    /// <summary>Named after the members of <see cref="Fault"/>.</summary>
    public static IEnumerable<Problem> Of(Fault fault)
    {
        foreach (var (member, words) in new[]
        {
            (nameof(Fault.What), fault.What), (nameof(Fault.Cause), fault.Cause), (nameof(Fault.Consequence), fault.Consequence),
            (nameof(Fault.Alternative), fault.Alternative), (nameof(Fault.Measure), fault.Measure),
        })
        {
            if (PerceivedText.IsLongerThan(words, StatementText.LongestText) || PerceivedText.IsTooHeavy(words))
                yield return new Problem(member, $"Deze tekst is te lang. Gebruik hooguit {StatementText.LongestText} tekens.");
        }
    }

    public static IEnumerable<Problem> ForSigning(StatementText text, DateOnly today)
    {
        foreach (var problem in ForDraft(text))
            yield return problem;
        foreach (var (member, words, ask) in new[]
        {
            (nameof(StatementText.Organisation), text.Organisation, "Vul in van wie de site is."),
            (nameof(StatementText.Site), text.Site, "Vul in hoe de site heet."),
            (nameof(StatementText.Address), text.Address, "Vul het adres van de site in."),
            (nameof(StatementText.Scope), text.Scope, "Vul in waar de verklaring over gaat."),
            (nameof(StatementText.Mail), text.Mail, "Vul in naar welk adres mensen mailen."),
            (nameof(StatementText.Complaint), text.Complaint, "Vul in wat mensen doen als het antwoord niet goed is."),
            (nameof(StatementText.Signer), text.Signer, "Vul in wie de verklaring tekent."),
            (nameof(StatementText.Function), text.Function, "Vul de functie in van wie tekent."),
        })
        {
            if (PerceivedText.ShowsNothing(words))
                yield return new Problem(member, ask);
        }

        if (text.SignedOn is null)
            yield return new Problem(nameof(StatementText.SignedOn), "Vul in op welke dag er getekend is.");
        else if (text.SignedOn > today)
            yield return new Problem(nameof(StatementText.SignedOn), "Deze dag moet nog komen. Vul een dag in die al geweest is.");
    }

    private static (string Member, string Words, int Most)[] Texts(StatementText text) =>
    [
        (nameof(StatementText.Organisation), text.Organisation, StatementText.LongestLine),
        (nameof(StatementText.Site), text.Site, StatementText.LongestLine),
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
