using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Participatie.Web.Access;

/// <summary>A passkey is kept as one JSON document: nothing of it is ever looked for.</summary>
internal static class PasskeyJson
{
    public static readonly ValueConverter<IdentityPasskeyData, string> Converter = new(data => Write(data), text => Read(text));

    /// <summary>The framework changes what it read, so a copy of it has to be kept.</summary>
    public static readonly ValueComparer<IdentityPasskeyData> Comparer = new(
        (one, other) => Write(one!) == Write(other!), data => Write(data).GetHashCode(StringComparison.Ordinal), data => Read(Write(data)));

    private static string Write(IdentityPasskeyData data) => JsonSerializer.Serialize(data);

    private static IdentityPasskeyData Read(string text) => JsonSerializer.Deserialize<IdentityPasskeyData>(text)!;
}
