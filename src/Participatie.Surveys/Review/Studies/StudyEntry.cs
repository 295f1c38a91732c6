namespace Participatie.Surveys.Review.Studies;

/// <summary>What a revision of a study is. The numbers are stored.</summary>
public enum StudyState : short
{
    Draft = 1,

    /// <summary>From then on everybody can read it.</summary>
    Published = 2,
}

/// <summary>A revision of a study. Rows are added and never changed: two people at one moment collide on the key.</summary>
public sealed class StudyEntry
{
    /// <summary>1, 2, 3, … of all studies.</summary>
    public required int Number { get; init; }

    /// <summary>1, 2, 3, … of this study.</summary>
    public required int Revision { get; init; }

    public required short State { get; init; }

    /// <summary>The <see cref="Study"/> as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people. Never for the public.</summary>
    public required string Who { get; init; }
}
