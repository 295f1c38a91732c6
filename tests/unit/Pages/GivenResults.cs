using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Pages;

/// <summary>Publishes results of random answers, as the worker would after counting them.</summary>
internal static class GivenResults
{
    /// <param name="site">Where to.</param>
    /// <param name="slug">Of a consultation that is there already.</param>
    /// <param name="count">How many responses.</param>
    /// <param name="closed">Nobody can answer any more: with groups.</param>
    public static async Task<GivenPublication> PublishResultsAsync(this Site site, string slug, int count, bool closed)
    {
        var version = site.The<Catalogue>().Latest(slug)!;
        var responses = GivenResponse.Many(version.Definition, new Dice(7), count)
            .Where(response => response.Population != Population.Invited || version.Definition.Invitation != InvitationRule.None)
            .Where(response => response.Population != Population.Organisation || version.Definition.Organisations);
        var publication = new GivenPublication(version.Definition);
        publication.Publish(GivenTally.Of(version.Definition, responses), closed);
        await site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync(
                    "DELETE FROM published_results WHERE consultation_id = @consultation", ("@consultation", version.ConsultationId));
                foreach (var row in publication.Rows)
                {
                    await scope.ExecuteAsync(
                        """
                        INSERT INTO published_results (consultation_id, question_id, position, document, basis, sequence, published_at)
                        VALUES (@consultation, @question, @position, @document, @basis, @sequence, @now)
                        """,
                        ("@consultation", version.ConsultationId),
                        ("@question", row.Key),
                        ("@position", row.Position),
                        ("@document", row.Document),
                        ("@basis", """{"populations":[]}"""),
                        ("@sequence", 1),
                        ("@now", site.Clock.Now.ToUnixTimeMilliseconds()));
                }
            },
            TestContext.Current.CancellationToken);
        return publication;
    }
}
