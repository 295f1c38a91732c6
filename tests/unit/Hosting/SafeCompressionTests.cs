using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class SafeCompressionTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Theory]
    [InlineData("/long", "br")]
    [InlineData("/code", "")]
    public async Task Pages_are_compressed_unless_they_show_a_code(string address, string expected) =>
        Assert.Equal(expected, await EncodingOfAsync(Get(address)));

    [Fact]
    public async Task An_answer_to_a_post_is_not_compressed()
    {
        var (token, cookie) = await fixture.Client.OpenFormAsync(https: true);
        Assert.Equal("", await EncodingOfAsync(Post("/long", (HostingFixture.FieldName, token)).With("Cookie", cookie)));
    }

    private async Task<string> EncodingOfAsync(HttpRequestMessage request)
    {
        var response = await fixture.Client.SendAsync(request.With("Accept-Encoding", "br, gzip").OverHttps());
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return string.Join(',', response.Content.Headers.ContentEncoding);
    }
}
