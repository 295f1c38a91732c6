using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Tests;

/// <summary>
/// The one way in which tests publish: what is new goes from nothing to open, what is open gets a next version, both by the verbs that staff
/// use.
/// </summary>
internal static class OpenedAtOnce
{
    public const string Reason = "proef";

    /// <returns>Why it did not open; empty when it did.</returns>
    public static async Task<IReadOnlyList<Problem>> PublishAsync(
        this IServiceProvider rooms, Consultation definition, CancellationToken cancellationToken)
    {
        var catalogue = rooms.GetRequiredService<Catalogue>();
        await catalogue.RefreshAsync(cancellationToken);
        var document = Encoding.UTF8.GetString(DefinitionWriter.Write(definition));
        try
        {
            await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
                async scope =>
                {
                    if (catalogue.Lives.FirstOrDefault(life => life.Slug == definition.Slug) is not { ConsultationId: var id })
                    {
                        await rooms.GetRequiredService<BeginOpened>().BeginAsync(scope, document, Reason);
                        return;
                    }

                    await rooms.GetRequiredService<WorkingCopies>().SaveAsync(scope, id, basedOn: null, document, Reason);
                    await rooms.GetRequiredService<CorrectConsultation>().CorrectAsync(
                        scope, new StepRequest { ConsultationId = id, Who = "", Reason = Reason });
                },
                cancellationToken);
            await catalogue.RefreshAsync(cancellationToken);
            return [];
        }
        catch (LifeException same) when (same.Refusal == LifeRefusal.NothingChanged)
        {
            return [];
        }
        catch (LifeException refused)
        {
            return refused.Problems is { Count: > 0 } problems ? problems : [new Problem("", refused.Refusal.ToString())];
        }
    }

    /// <summary>What the worker does when the last day is over.</summary>
    public static async Task CloseOnItsDayAsync(this IServiceProvider rooms, int consultationId, CancellationToken cancellationToken)
    {
        var catalogue = rooms.GetRequiredService<Catalogue>();
        await catalogue.RefreshAsync(cancellationToken);
        await rooms.GetRequiredService<ActOnDay>().RunAsync(catalogue.LifeOf(consultationId)!, cancellationToken);
        // The worker of a site may have been first.
        Assert.Equal(LifeState.Closed, catalogue.LifeOf(consultationId)!.State);
    }
}
