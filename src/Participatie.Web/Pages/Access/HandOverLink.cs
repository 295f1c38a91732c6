using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>A link that was just made. It stands in no other place than the page and the mail that say it.</summary>
/// <param name="Kind">What it lets somebody do.</param>
/// <param name="Address">Whole, with the site.</param>
/// <param name="Until">When it ends.</param>
public sealed record HandOverLink(LinkKind Kind, string Address, DateTimeOffset Until)
{
    /// <summary>Of the texts about it.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();

    internal static HandOverLink Of(HttpContext context, LinkKind kind, string token)
    {
        var path = kind switch
        {
            LinkKind.Invitation => Addresses.Invited(token),
            LinkKind.Password => Addresses.NewPassword(token),
            LinkKind.SecondStep => Addresses.NewSecondStep(token),
            _ => Addresses.Setup(token),
        };
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return new HandOverLink(kind, PublicAddress.Of(context).TrimEnd('/') + path, now + AccessLinks.Lasts(kind));
    }
}

/// <param name="Link">To hand over.</param>
/// <param name="Person">For whom.</param>
/// <param name="IsMailed">Whether it goes there by mail too.</param>
/// <param name="Next">Where the administrator goes on.</param>
public sealed record HandOverLinkView(HandOverLink Link, string Person, bool IsMailed, string Next);
