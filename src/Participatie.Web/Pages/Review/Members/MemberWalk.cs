using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>The pages that a member walks through in the preview of a round: which there are, their names, and the way back.</summary>
internal sealed class MemberWalk(ReadReviews reviews, WorkingCopies copies, InterfaceWords words)
{
    /// <summary>The page of the walk that somebody came from, at its bar; the round when nobody walks.</summary>
    public static string BackTo(string token, string page, HttpContext context, string place = MemberBar.Id) =>
        page.Length > 0 && MemberCookie.Of(context, token) is { } cookie
            ? $"{Addresses.Consultation(cookie.Preview)}{(page == "/" ? "" : page)}#{place}"
            : Addresses.MemberRound(token);

    /// <summary>How the page stood there, by what this device chose.</summary>
    public static LookedAt LookedAt(string page, HttpContext context) => new(
        page,
        VisitorCookies.Read(context, VisitorLanguage.Cookie) is { } chosen && VisitorLanguage.IsKnown(chosen) ? chosen : Languages.Dutch,
        ReadingSettingsCookie.Of(context) is { IsDefault: false } reading ? reading.ToString() : "");

    /// <summary>A page of the round, as the preview has it; empty for anything else.</summary>
    public async Task<string> KnownAsync(ReviewMember member, string asked, HttpContext context) =>
        asked is "/" || OtherPages.Contains(asked, StringComparer.Ordinal) || await NameOfAsync(member, asked, context) is not null
            ? asked
            : "";

    private static IReadOnlyList<string> OtherPages { get; } =
    [
        .. new[]
        {
            Addresses.Patterns.Check, Addresses.Patterns.Charter, Addresses.Patterns.Stop, Addresses.Patterns.Thanks,
            Addresses.Patterns.Together, Addresses.Patterns.Organisation,
        }.Select(Addresses.Patterns.Behind),
    ];

    /// <returns>The question on that page; null where there is none.</returns>
    public async Task<string?> NameOfAsync(ReviewMember member, string page, HttpContext context) =>
        page.Length == 0 || await DefinitionAsync(member, context) is not { } definition
            ? null
            : definition.Questions.FirstOrDefault(question =>
                Addresses.Question("", question.Id)[Addresses.Consultation("").Length..] is var at
                && (page == at || page.StartsWith(at + "/", StringComparison.Ordinal)))?.Text.In(words.Language).Text;

    public async Task<string> TitleAsync(ConsultationReview review, ReviewMember member, HttpContext context) =>
        TitleOf(await DefinitionAsync(member, context, review));

    public string TitleOf(Consultation? definition) => definition?.Title.In(words.Language).Text ?? words["council.title"];

    /// <summary>What can be walked through, in the order of the walk.</summary>
    public IReadOnlyList<MemberPage> Of(Consultation? definition) => Of(definition, words, "council.page.start", "council.page.check");

    /// <param name="definition">Null when it cannot be read.</param>
    /// <param name="words">Of who reads the list.</param>
    /// <param name="start">The key of what the first page is called.</param>
    /// <param name="check">Of the last one.</param>
    public static IReadOnlyList<MemberPage> Of(Consultation? definition, InterfaceWords words, string start, string check) =>
    [
        new("/", words[start]),
        .. (definition?.Questions ?? []).Select(question => new MemberPage(
            Addresses.Question("", question.Id)[Addresses.Consultation("").Length..], question.Text.In(words.Language).Text)),
        new(Addresses.Patterns.Behind(Addresses.Patterns.Check), words[check]),
    ];

    /// <summary>As it stood when the round was asked for; null when it can no longer be read.</summary>
    public async Task<Consultation?> DefinitionAsync(ReviewMember member, HttpContext context, ConsultationReview? review = null)
    {
        review ??= await reviews.OfAsync(member.ConsultationId, context.RequestAborted);
        var copy = await copies.OneAsync(member.ConsultationId, review.Round(member.Round)!.Revision, context.RequestAborted);
        return DefinitionReader.Read(Encoding.UTF8.GetBytes(copy?.Document ?? "")).Definition;
    }
}

/// <summary>A page of the walk.</summary>
/// <param name="Address">Behind the link of the preview.</param>
/// <param name="Name">The question, or what else it is.</param>
public sealed record MemberPage(string Address, string Name);
