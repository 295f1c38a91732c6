using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Begins a consultation from a document, with or without problems: a concept and its first working copy.</summary>
public sealed class BeginConsultation
{
    /// <summary>Stands in addresses of staff where the names of consultations stand: none can be called so.</summary>
    private const string Reserved = "nieuw";

    private readonly LifeRecord _record;
    private readonly WorkingCopies _copies;

    public BeginConsultation(WorkingCopies copies, TimeProvider clock)
    {
        _copies = copies;
        _record = new LifeRecord(clock);
    }

    /// <returns>The number of the new consultation.</returns>
    /// <exception cref="LifeException">The document does not say how it is called, or another one is called so.</exception>
    public async ValueTask<int> BeginAsync(WriteScope scope, string document, string who, bool isTrial = false)
    {
        var slug = SlugOf(document) ?? throw new LifeException(LifeRefusal.NoSlug);
        if (slug == Reserved || await scope.Context.Consultations.AnyAsync(entry => entry.Slug == slug))
        {
            throw new LifeException(LifeRefusal.SlugTaken);
        }

        var id = isTrial
            ? RandomNumberGenerator.GetInt32(ConsultationEntry.FirstTrial, int.MaxValue)
            : 1 + (await scope.Context.Consultations.Where(entry => entry.Id < ConsultationEntry.FirstTrial)
                .MaxAsync(entry => (int?)entry.Id) ?? 0);
        scope.Context.Consultations.Add(new ConsultationEntry { Id = id, Slug = slug, IsTrial = isTrial });
        await scope.Context.SaveChangesAsync();
        var life = ConsultationLife.Of(id, slug, isTrial, []);
        await _copies.AddAsync(scope, id, 1, document, who);
        await _record.AppendAsync(
            scope, life, new StepRequest { ConsultationId = id, Who = who }, new TakenStep(LifeStep.Begun) { Revision = 1 });
        return id;
    }

    /// <summary>How the consultation of a document is called in addresses; null when it does not say so. It may have other problems.</summary>
    public static string? SlugOf(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document.AsMemory().TrimStart('\uFEFF'));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("slug", out var slug)
                && slug.ValueKind == JsonValueKind.String
                && slug.GetString() is { } name
                && Slug.Fits(name)
                ? name
                : null;
        }
        // The second: half a surrogate pair, which no string can hold.
        catch (Exception notReadable) when (notReadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
