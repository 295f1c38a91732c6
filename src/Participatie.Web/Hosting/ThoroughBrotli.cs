using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Participatie.Web.Hosting;

/// <summary>Brotli that looks further back than the framework's own "optimal" (which is its quality 4), without the cost of its best.</summary>
internal sealed class ThoroughBrotli : ICompressionProvider
{
    public static readonly ThoroughBrotli Only = new();

    private static readonly BrotliCompressionOptions Options = new() { Quality = 7 };

    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Options, leaveOpen: true);
}
