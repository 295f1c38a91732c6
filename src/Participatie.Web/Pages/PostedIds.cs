using System.Buffers;

namespace Participatie.Web.Pages;

/// <summary>Ids of responses, in hexadecimal as a page of the desk wrote them.</summary>
internal static class PostedIds
{
    /// <param name="values">As they were posted; what is no id is left out.</param>
    /// <param name="most">As many as such a page has.</param>
    public static IReadOnlyList<byte[]> In(IEnumerable<string?> values, int most) =>
        [.. values.Select(value => One(value ?? "")).Where(id => id.Length > 0).Take(most)];

    /// <returns>Empty when it is none.</returns>
    public static byte[] One(string value)
    {
        var id = new byte[16];
        return value.Length == 32 && Convert.FromHexString(value, id, out _, out _) == OperationStatus.Done ? id : [];
    }
}
