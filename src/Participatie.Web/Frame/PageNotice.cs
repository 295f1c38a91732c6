using Participatie.Surveys.Language;

namespace Participatie.Web.Frame;

public enum NoticeKind
{
    None,

    /// <summary>What staff look at before residents do.</summary>
    Preview,

    /// <summary>Made up, to try the program with.</summary>
    Trial,
}

/// <summary>What a page says in its title and before anything else: that it is not for real. Empty on every other page.</summary>
public sealed record PageNotice
{
    public static readonly PageNotice None = new();

    /// <summary>Its name says so too, in every title.</summary>
    public static readonly PageNotice Trial = new() { Kind = NoticeKind.Trial };

    public NoticeKind Kind { get; private init; }

    /// <summary>Where staff go on.</summary>
    public string Desk { get; private init; } = Addresses.Desk;

    /// <summary>Where the reading settings of this page are.</summary>
    public string Settings { get; private init; } = Addresses.Settings;

    /// <summary>The link of the member of the council who walks this preview; null for anybody else.</summary>
    public string? Member { get; private init; }

    /// <summary>This page, as the part of its address behind the link of the preview.</summary>
    public string MemberPage { get; private init; } = "";

    /// <summary>What else has to be said on this page, as <c>staff.preview.…</c>; null for nothing.</summary>
    public string? Also { get; private init; }

    /// <summary>Read by whoever looks at it for the province, whatever the language of the page.</summary>
    public static InterfaceWords Words { get; } = InterfaceWords.For(Languages.Dutch, Audience.Staff);

    public string? Title => Kind == NoticeKind.Preview ? Words["staff.preview.title"] : null;

    /// <param name="slug">Of the consultation.</param>
    /// <param name="token">Of the preview.</param>
    public static PageNotice Preview(string slug, string token) => new()
    {
        Kind = NoticeKind.Preview,
        Desk = Addresses.DeskPreview(slug),
        Settings = Addresses.SettingsFrom(token),
    };

    /// <summary>The same for a member of the council, who goes on elsewhere and can say how the page is.</summary>
    public PageNotice For(string member, string page) =>
        this with { Member = member, MemberPage = page, Desk = Addresses.MemberRound(member) };

    /// <summary>This page has something to add; on a page for residents nothing happens.</summary>
    public static void Add(HttpContext context, string key)
    {
        if (context.Features.Get<PageNotice>() is { Kind: NoticeKind.Preview } notice)
            context.Features.Set(notice with { Also = key });
    }

    /// <summary>Of a trial every page says so, in the language that it is in; a search engine leaves it alone.</summary>
    public static void SayTrial(HttpContext context)
    {
        context.Features.Set(Trial);
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    public static PageNotice Of(HttpContext context) => context.Features.Get<PageNotice>() ?? None;
}
