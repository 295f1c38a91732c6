using System.Collections.Concurrent;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Analysis;

/// <summary>The layouts of all versions, each prepared once.</summary>
public sealed class TallyLayouts(Catalogue catalogue)
{
    private readonly ConcurrentDictionary<(int ConsultationId, int Version), TallyLayout> _layouts = new();

    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async ValueTask<TallyLayout> OfAsync(int consultationId, int version, CancellationToken cancellationToken = default)
    {
        if (_layouts.TryGetValue((consultationId, version), out var known))
        {
            return known;
        }

        if (catalogue.Version(consultationId, version) is null)
        {
            // Another process may have published it a moment ago.
            await catalogue.RefreshAsync(cancellationToken);
        }

        var published = catalogue.Version(consultationId, version)
            ?? throw new InvalidOperationException($"Consultation {consultationId} has no version {version}.");
        return _layouts.GetOrAdd((consultationId, version), TallyLayout.Of(published.Definition));
    }
}
