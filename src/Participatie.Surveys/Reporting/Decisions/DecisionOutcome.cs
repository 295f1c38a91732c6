namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>What the province does with what it heard. The numbers are stored.</summary>
public enum DecisionOutcome : short
{
    Doing = 1,
    Partly = 2,
    Not = 3,
}

/// <summary>How far it is with what was decided. The numbers are stored.</summary>
public enum DecisionProgress : short
{
    /// <summary>Nothing is told about it.</summary>
    None = 0,

    Begun = 1,
    Done = 2,

    /// <summary>Later than was said, with the reason.</summary>
    Later = 3,
}

/// <summary>What a revision of a decision is. The numbers are stored.</summary>
public enum DecisionState : short
{
    Draft = 1,
    Published = 2,

    /// <summary>It was public and is not any more; the reason is.</summary>
    TakenBack = 3,
}
