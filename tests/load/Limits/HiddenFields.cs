using System.Text;

namespace Participatie.Load.Limits;

/// <summary>Finds the hidden inputs of a page by their bytes alone and gives them as a form body.</summary>
internal static class HiddenFields
{
    public static string In(ReadOnlySpan<byte> page)
    {
        var body = new StringBuilder();
        while (true)
        {
            var at = page.IndexOf("<input type=\"hidden\""u8);
            if (at < 0)
            {
                return body.ToString();
            }

            page = page[at..];
            var input = page[..page.IndexOf((byte)'>')];
            body.Append('&').Append(Attribute(input, " name=\""u8)).Append('=').Append(Attribute(input, " value=\""u8));
            page = page[input.Length..];
        }
    }

    // Names, tokens and numbers of ours hold nothing that has to be escaped in a form.
    private static string Attribute(ReadOnlySpan<byte> input, ReadOnlySpan<byte> name)
    {
        var value = input[(input.IndexOf(name) + name.Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'"')]);
    }
}
