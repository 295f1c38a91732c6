using System.Security.Cryptography;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Reports;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Reports;

/// <summary>What a visitor filled in, kept whatever it is.</summary>
public sealed record TypedVisitorReport
{
    public const string WordsField = "woorden";
    public const string PhoneField = "telefoon";
    public const string MailField = "mail";
    public const string PageField = "pagina";
    public const string FormField = "formulier";

    /// <summary>That the words stay as they are, although they may say something about a person.</summary>
    public const string AnywayField = "toch";

    /// <summary>Nobody sees it, so only programs fill it in.</summary>
    public const string TrapField = "website";

    public required string Words { get; init; }

    public required string Phone { get; init; }

    public required string Mail { get; init; }

    /// <summary>Path of the page that the visitor came from; empty when that is not known.</summary>
    public required string Page { get; init; }

    /// <summary>What makes this form its own (see <see cref="NewReport.Form"/>).</summary>
    public required string Form { get; init; }

    public bool IsAnyway { get; init; }

    public string Trap { get; init; } = "";

    public static TypedVisitorReport Nothing { get; } = new() { Words = "", Phone = "", Mail = "", Page = "", Form = "" };

    /// <summary>A new form.</summary>
    internal static TypedVisitorReport From(HttpRequest request) => new()
    {
        Words = "",
        Phone = "",
        Mail = "",
        Page = ReportedPage.Of(SameSiteReferer.PathOf(request)),
        Form = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MakeReport.FormLength / 2)),
    };

    internal static TypedVisitorReport From(IFormCollection form) => new()
    {
        Words = form[WordsField].ToString().ReplaceLineEndings("\n"),
        Phone = form[PhoneField].ToString().Trim(),
        Mail = form[MailField].ToString().Trim(),
        Page = ReportedPage.Of(form[PageField].ToString()),
        Form = form[FormField].ToString(),
        IsAnyway = form.ContainsKey(AnywayField),
        Trap = form[TrapField].ToString().Trim(),
    };
}

/// <param name="Typed">What the form shows.</param>
public sealed record VisitorReportView(TypedVisitorReport Typed)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The words may say something about a person: the form asks whether they stay so.</summary>
    public bool AsksAnyway { get; init; }
}
