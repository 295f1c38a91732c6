using System.Globalization;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Export;

public enum MissingCode
{
    NotPlaced = 94,
    NotInVersion,
    RatherNot,
    DontKnow,
    NotShown,
    Skipped,
}

/// <summary>
/// What stands in a cell without an answer: -94 to -99, the same in every column, so that a statistics program can be told once. A number
/// column whose answers come that low gets nines in front (-999 for -99), as many as it takes to stay below every answer.
/// </summary>
public sealed class MissingCodes
{
    private readonly long _nines;

    /// <param name="lowest">The lowest number that can be an answer in the column.</param>
    public MissingCodes(int lowest)
    {
        for (var power = 100L; -power + 10 >= lowest; power *= 10)
        {
            _nines += power * 9;
        }
    }

    public long this[MissingCode code] => -_nines - (int)code;

    public string Text(MissingCode code) => this[code].ToString(CultureInfo.InvariantCulture);

    public static string Meaning(MissingCode code) => code switch
    {
        MissingCode.Skipped => "overgeslagen",
        MissingCode.NotShown => "niet gezien: de vraag hoorde niet bij deze antwoorden",
        MissingCode.DontKnow => "weet ik niet",
        MissingCode.RatherNot => "zeg ik liever niet",
        MissingCode.NotInVersion => "bestond niet in deze versie",
        _ => "niet op een plaats gezet",
    };
}
