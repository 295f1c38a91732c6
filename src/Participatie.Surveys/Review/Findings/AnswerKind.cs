namespace Participatie.Surveys.Review.Findings;

/// <summary>What staff do about a finding. The numbers are stored.</summary>
public enum AnswerKind : short
{
    Solved = 1,

    /// <summary>It will be, by a day.</summary>
    Later = 2,

    /// <summary>It will not be, for a reason.</summary>
    Not = 3,
}
