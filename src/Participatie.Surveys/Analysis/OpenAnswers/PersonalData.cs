using System.Runtime.InteropServices;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>What can lead to one person and has a form of its own.</summary>
public enum PersonalData
{
    Mail,
    Telephone,

    /// <summary>A postcode with a house number: one front door.</summary>
    Address,

    /// <summary>A citizen service number.</summary>
    Bsn,

    Iban,
}

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">Of its first unit.</param>
/// <param name="Length">At least 1.</param>
/// <param name="Kind">What it looks like.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PersonalDataMark(int Start, int Length, PersonalData Kind)
{
    public int End => Start + Length;
}
