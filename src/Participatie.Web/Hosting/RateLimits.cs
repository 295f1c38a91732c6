namespace Participatie.Web.Hosting;

/// <summary>Names of the rate limit policies: every endpoint of a page has one of them.</summary>
public static class RateLimits
{
    public const string Pages = "pages";

    /// <summary>For a POST that tries a code (receipt, resume, invitation).</summary>
    public const string CodeEntry = "code-entry";
}
