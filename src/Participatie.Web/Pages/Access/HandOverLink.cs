using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>A link that was just made: shown once, to hand over.</summary>
public sealed record HandOverLink
{
    public required LinkKind Kind { get; init; }

    /// <summary>Whole, with the site.</summary>
    public required string Link { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required string Name { get; init; }

    /// <summary>Where the administrator goes on.</summary>
    public required string Next { get; init; }

    internal static HandOverLink Of(HttpContext context, LinkKind kind, string token, string name, Guid id, TimeProvider clock) => new()
    {
        Kind = kind,
        Link = PublicAddress.Of(context).TrimEnd('/') + PathOf(kind, token),
        Until = clock.GetUtcNow() + AccessLinks.Lasts(kind),
        Name = name,
        Next = Addresses.Account(id),
    };

    /// <summary>Until mail is on an administrator hands every link over.</summary>
    internal static ValueTask NoMail(WriteScope scope, string token) => ValueTask.CompletedTask;

    private static string PathOf(LinkKind kind, string token) => kind switch
    {
        LinkKind.Invitation => Addresses.Invited(token),
        LinkKind.Password => Addresses.NewPassword(token),
        LinkKind.SecondStep => Addresses.NewSecondStep(token),
        _ => Addresses.Setup(token),
    };
}
