using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Trials;

namespace Participatie.Web.Access;

/// <summary>Makes and removes trials, each with its line in the audit log, which stays when the trial has gone.</summary>
public sealed class Trials(RunAudited run, BeginTrial begin, FillTrial fill, Catalogue catalogue)
{
    /// <param name="sample">That it is a copy of.</param>
    /// <param name="responses">How many are made up for it.</param>
    /// <param name="seed">The same gives the same answers.</param>
    /// <param name="who">For the audit log, with <paramref name="network"/>.</param>
    /// <param name="network">Where from.</param>
    /// <param name="cancellationToken">Stops between two responses; those that came in stay.</param>
    /// <returns>How it is called in addresses.</returns>
    public async Task<string> MakeAsync(
        Consultation sample, int responses, int seed, string who, string network, CancellationToken cancellationToken)
    {
        var slug = await run.RunAsync(
            async scope =>
            {
                var called = await begin.BeginAsync(scope, sample);
                return (called, new AuditNote(who, network, "proef gemaakt", called)
                {
                    After = string.Create(CultureInfo.InvariantCulture, $"{responses} verzonnen reacties"),
                });
            },
            cancellationToken);
        await fill.FillAsync(catalogue.Demand(slug), responses, seed, cancellationToken);
        return slug;
    }

    /// <returns>False when there is no trial of that name.</returns>
    public Task<bool> RemoveAsync(string slug, string who, string network, CancellationToken cancellationToken) => run.RunEachAsync(
        async scope =>
        {
            if (await RemoveTrial.RemoveAsync(scope, slug) is not { } trial)
                return (false, (IReadOnlyList<AuditNote>)[]);
            await scope.ExecuteAsync("DELETE FROM role_grants WHERE consultation_id = @trial", ("@trial", trial));
            return (true, [new AuditNote(who, network, "proef weggehaald", slug)]);
        },
        cancellationToken);
}
