using Participatie.Surveys.Language;

namespace Participatie.Web.Hosting;

/// <summary>Marks an endpoint whose page is complete in some languages only. Nobody reads a foreign frame around Dutch questions.</summary>
/// <param name="CompleteIn">The tags of these languages.</param>
public sealed record PageLanguages(Func<HttpContext, IReadOnlyList<string>> CompleteIn)
{
    /// <summary>Every language that has a file, unless the endpoint says otherwise.</summary>
    public static IReadOnlyList<string> Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageLanguages>()?.CompleteIn(context) ?? Languages.All;
}
