namespace Participatie.Web.Hosting;

/// <summary>
/// Where visitors find the site: as it was set, since behind a proxy nothing of a request is sure to say it, and what is printed on paper
/// or written in a mail must not come from a header. Without the setting, as this visitor reached us.
/// </summary>
internal static class PublicAddress
{
    /// <returns>Without a slash at the end: <c>https://meedoen.drenthe.nl</c>.</returns>
    public static string Of(HttpContext context) => context.RequestServices.GetRequiredService<Settings>().PublicUrl is { } set
        ? set.GetLeftPart(UriPartial.Authority)
        : $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}{context.Request.PathBase.ToUriComponent()}";

    /// <summary>As short as it can be typed.</summary>
    public static string ToType(string address) => address[(address.IndexOf("://", StringComparison.Ordinal) + "://".Length)..];
}
