using System.Text.Json;
using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>A unit as two members beside each other: <c>unit</c>, and <c>unitOne</c> for exactly one of it.</summary>
internal static class UnitJson
{
    private const string Many = "unit";
    private const string One = "unitOne";

    public static Unit Unit(this JsonObjectReader members) => new(members.Text(Many), members.TextIfAny(One));

    public static Unit? UnitIfAny(this JsonObjectReader members)
    {
        var (many, one) = (members.TextIfAny(Many), members.TextIfAny(One));
        if (many is null && one is not null)
        {
            members.Report(One, $"Dit hoort bij het veld '{Many}'. Vul dat ook in.");
        }

        return many is null ? null : new Unit(many, one);
    }

    public static void Write(this Utf8JsonWriter json, Unit? unit)
    {
        json.Write(Many, unit?.Many);
        json.Write(One, unit?.One);
    }
}
