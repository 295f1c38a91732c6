using System.Collections.Frozen;
using System.Collections.Immutable;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Surveys.Definition;

/// <summary>What the catalogue held at one moment, looked up in several ways.</summary>
internal sealed record CatalogueSnapshot(
    ImmutableArray<PublishedVersion> All,
    FrozenDictionary<string, PublishedVersion> BySlug,
    FrozenDictionary<(int ConsultationId, int Number), PublishedVersion> ByNumber,
    IReadOnlyList<UnreadableVersion> Unreadable,
    FrozenDictionary<string, UnreadableVersion> UnreadableBySlug,
    IReadOnlyList<ConsultationLife> Lives,
    FrozenDictionary<int, ConsultationLife> LifeById)
{
    public static CatalogueSnapshot Of(
        IReadOnlyList<PublishedVersion> versions, IReadOnlyList<UnreadableVersion> unreadable, IReadOnlyList<ConsultationLife> lives)
    {
        var off = unreadable.Select(version => version.ConsultationId).ToHashSet();
        var latest = versions.Where(version => !off.Contains(version.ConsultationId))
            .GroupBy(version => version.ConsultationId).Select(group => group.MaxBy(version => version.Number)!).ToImmutableArray();
        return new CatalogueSnapshot(
            latest,
            latest.ToFrozenDictionary(version => version.Definition.Slug, StringComparer.Ordinal),
            versions.ToFrozenDictionary(version => (version.ConsultationId, version.Number)),
            unreadable,
            unreadable.DistinctBy(version => version.Slug).ToFrozenDictionary(version => version.Slug, StringComparer.Ordinal),
            lives,
            lives.ToFrozenDictionary(life => life.ConsultationId));
    }
}
