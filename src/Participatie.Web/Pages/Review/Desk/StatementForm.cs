using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Statement;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>
/// The names of the fields of the pages of the statement. The form of the government (the "invulassistent" of DigiToegankelijk, as it is
/// since March 2024) has nine steps, and its own page tells the first five: the site with its program, supplier and organisation; its
/// addresses; questions from which the status follows; the reports of studies; the rules that it does not meet. Of the rest is known that
/// the page with all sites is asked for and a manager's name and position, and that the last step publishes it in the register. What
/// stands between is in the order of the statements that the register shows.
/// </summary>
internal static class StatementForm
{
    public const string Sign = "teken";
    public const string Save = "bewaar";
    public const string Take = "overnemen";
    public const string Remove = "weg";
    public const string Planned = "gepland";
    public const string SignedOn = "getekend";
    public const string Register = "register";
    public const string RegisterStatus = "register-status";
    public const string Criterion = "regel";

    /// <summary>Fields of the first step of the form; the other one of <see cref="About"/> belong to the second.</summary>
    public const int InFirstStep = 4;

    public static readonly IReadOnlyList<FormField<StatementText>> About =
    [
        new(nameof(StatementText.Site), "site", "staff.statement.site", text => text.Site, (text, words) => text with { Site = words }),
        new(nameof(StatementText.Platform), "platform", "staff.statement.platform",
            text => text.Platform, (text, words) => text with { Platform = words }, false, true),
        new(nameof(StatementText.Supplier), "leverancier", "staff.statement.supplier",
            text => text.Supplier, (text, words) => text with { Supplier = words }, false, true),
        new(nameof(StatementText.Organisation), "organisatie", "staff.statement.organisation",
            text => text.Organisation, (text, words) => text with { Organisation = words }),
        new(nameof(StatementText.Address), "adres", "staff.statement.address",
            text => text.Address, (text, words) => text with { Address = words }),
        new(nameof(StatementText.Scope), "bereik", "staff.statement.scope",
            text => text.Scope, (text, words) => text with { Scope = words }, true),
    ];

    public static readonly IReadOnlyList<FormField<StatementText>> Contact =
    [
        new(nameof(StatementText.Measures), "zorg", "staff.statement.measures",
            text => text.Measures, (text, words) => text with { Measures = words }, true, true),
        new(nameof(StatementText.Overview), "overzicht", "staff.statement.overview",
            text => text.Overview, (text, words) => text with { Overview = words }, false, true),
        new(nameof(StatementText.Mail), "mail", "staff.statement.mail", text => text.Mail, (text, words) => text with { Mail = words }),
        new(nameof(StatementText.Phone), "telefoon", "staff.statement.phone",
            text => text.Phone, (text, words) => text with { Phone = words }, false, true),
        new(nameof(StatementText.Complaint), "klacht", "staff.statement.complaint",
            text => text.Complaint, (text, words) => text with { Complaint = words }, true),
        new(nameof(StatementText.Signer), "wie", "staff.statement.signer", text => text.Signer, (text, words) => text with { Signer = words }),
        new(nameof(StatementText.Function), "functie", "staff.statement.function",
            text => text.Function, (text, words) => text with { Function = words }),
    ];

    public static readonly IReadOnlyList<FormField<Fault>> OfFault =
    [
        new(nameof(Fault.What), "wat", "staff.statement.fault.what", fault => fault.What, (fault, words) => fault with { What = words }, true),
        new(nameof(Fault.Cause), "oorzaak", "staff.statement.fault.cause",
            fault => fault.Cause, (fault, words) => fault with { Cause = words }, true),
        new(nameof(Fault.Consequence), "gevolg", "staff.statement.fault.consequence",
            fault => fault.Consequence, (fault, words) => fault with { Consequence = words }, true),
        new(nameof(Fault.Alternative), "anders", "staff.statement.fault.alternative",
            fault => fault.Alternative, (fault, words) => fault with { Alternative = words }, true, true),
        new(nameof(Fault.Measure), "aanpak", "staff.statement.fault.measure",
            fault => fault.Measure, (fault, words) => fault with { Measure = words }, true),
    ];

    public static Problem AtField(Problem problem) => problem with
    {
        At = problem.At switch
        {
            nameof(StatementText.SignedOn) => SignedOn,
            nameof(StatementText.RegisterLink) => Register,
            _ => About.Concat(Contact).FirstOrDefault(field => field.Member == problem.At)?.Name ?? About[0].Name,
        },
    };
}
