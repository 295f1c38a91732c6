using System.Text.RegularExpressions;

namespace Participatie.Web.Hosting;

/// <summary>
/// Between two looks at the routes: what no route took is looked for under the address that was meant. A form that is posted there is taken
/// as it is, since a redirect would lose what was filled in; for a page <see cref="LanguageLink"/> leads on.
/// </summary>
internal sealed partial class LookForRightAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null || context.Request.Path.Value is not { } typed)
            return next(context);
        var right = RightAddress.Of(typed);
        if (FileOfOtherRelease().Match(typed) is { Success: true } other)
        {
            // During an update the page came from the other release and names its own style. A browser keeps this one for no time.
            context.Request.Path = $"/{other.Groups["name"].Value}.{other.Groups["kind"].Value}";
        }
        else if (right != typed)
        {
            context.Features.Set(new TypedAddress(typed));
            context.Request.Path = right;
        }

        return next(context);
    }

    /// <summary>A file at the root with the fingerprint that the build puts into its name.</summary>
    [GeneratedRegex(
        @"^/(?<name>[a-z][a-z-]*)\.[a-z0-9]{10}\.(?<kind>css|js|svg)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileOfOtherRelease();
}

/// <summary>The path as it was asked for, where that is not the right one.</summary>
internal sealed record TypedAddress(string Path);
