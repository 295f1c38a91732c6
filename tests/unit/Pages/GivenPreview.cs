using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Storage;
using Participatie.Web;

namespace Participatie.Tests.Pages;

/// <summary>A working copy with a link to its preview.</summary>
internal sealed record GivenPreview(int ConsultationId, string Slug, string Token)
{
    public const string Author = "Anna Velthuis <anna@voorbeeld.nl>";

    public string Address => Addresses.Consultation(Token);

    public static Task<GivenPreview> OfAsync(Site site, Consultation definition, int days = 7) =>
        OfAsync(site, Encoding.UTF8.GetString(DefinitionWriter.Write(definition)), days);

    public static async Task<GivenPreview> OfAsync(Site site, string document, int days = 7)
    {
        var stop = TestContext.Current.CancellationToken;
        var (id, token) = await site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var begun = await site.The<BeginConsultation>().BeginAsync(scope, document, Author);
                return (begun, await site.The<PreviewLinks>().MakeAsync(scope, begun, revision: 1, days, Author));
            },
            stop);
        return new GivenPreview(id, BeginConsultation.SlugOf(document)!, token);
    }

    /// <summary>One of the samples, by another name.</summary>
    public static Task<GivenPreview> OfSampleAsync(Site site, string sample, string slug, int days = 7) =>
        OfAsync(site, site.The<Catalogue>().Latest(sample)!.Definition with { Slug = slug }, days);
}
