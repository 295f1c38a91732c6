using System.Buffers;

namespace Participatie.Web.Hosting;

/// <summary>
/// Takes zero bytes out of a form before it is read: the framework refuses a whole form for one of them, and with it all that somebody
/// typed. Some keyboards and pasted texts have them, nobody sees them, and no field of ours needs them.
/// </summary>
internal static class ZeroBytes
{
    private static ReadOnlySpan<byte> Encoded => "%00"u8;

    /// <exception cref="BadHttpRequestException">The form is too big.</exception>
    public static async ValueTask DropAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(cancellationToken);
        while (!read.IsCompleted)
        {
            // Seen, not taken: a form without them is read from where it is.
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(cancellationToken);
        }

        if (!Has(read.Buffer))
        {
            reader.AdvanceTo(read.Buffer.Start);
            return;
        }

        var clean = Without(read.Buffer.ToArray());
        reader.AdvanceTo(read.Buffer.End);
        request.Body = new MemoryStream(clean);
    }

    private static bool Has(in ReadOnlySequence<byte> form)
    {
        if (form.IsSingleSegment)
        {
            return form.FirstSpan.Contains((byte)0) || form.FirstSpan.IndexOf(Encoded) >= 0;
        }

        var plain = new SequenceReader<byte>(form);
        var encoded = new SequenceReader<byte>(form);
        return plain.TryAdvanceTo(0) || encoded.TryReadTo(out ReadOnlySequence<byte> _, Encoded);
    }

    private static byte[] Without(byte[] form)
    {
        var length = 0;
        foreach (var next in form)
        {
            if (next == 0)
            {
                continue;
            }

            form[length++] = next;
            // Looked for behind each byte: taking one out may put the halves of another together.
            if (form.AsSpan(0, length).EndsWith(Encoded))
            {
                length -= Encoded.Length;
            }
        }

        return form[..length];
    }
}
