using System.Net;
using System.Net.Http.Headers;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class LimitsTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    private const int Allowed = 256 * 1024;

    [Theory]
    [InlineData(Allowed + 1000)]
    [InlineData(10_000_000)]
    public async Task Too_much_text_gets_413(int characters)
    {
        var request = Post("/save", ("words", new string('a', characters)));
        // As browsers do not, but then the answer is read before all of the text is sent.
        request.Headers.ExpectContinue = true;
        await (await fixture.Client.SendAsync(request)).RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "Uw tekst is te lang");
    }

    [Fact]
    public async Task Text_under_the_limit_is_read() =>
        await (await fixture.Client.SendAsync(Post("/save", ("words", new string('a', Allowed - 1000)))))
            .RefusedAsync(HttpStatusCode.BadRequest, "Staan cookies uit in uw browser?");

    [Theory]
    [InlineData("/definition", 2)]
    [InlineData("/upload", 10)]
    public async Task A_file_may_be_as_big_as_its_endpoint_says(string address, int megaBytes)
    {
        // Read: it came as far as the token.
        await (
            await fixture.Client.SendAsync(File(address, megaBytes * 1024 * 1024))).RefusedAsync(HttpStatusCode.BadRequest,
            "Staan cookies uit in uw browser?");
        await (
            await fixture.Client.SendAsync(File(address, (megaBytes * 1024 * 1024) + 1))).RefusedAsync(HttpStatusCode.RequestEntityTooLarge,
            "Uw tekst is te lang");
        await (
            await fixture.Client.SendAsync(File(address, (megaBytes + 1) * 1024 * 1024))).RefusedAsync(HttpStatusCode.RequestEntityTooLarge,
            "Uw tekst is te lang");
    }

    [Fact]
    public async Task What_holds_for_one_endpoint_holds_for_no_other() =>
        await (await fixture.Client.SendAsync(File("/save", 1000))).RefusedAsync(HttpStatusCode.BadRequest, "Wij konden dit niet lezen");

    [Fact]
    public async Task Too_many_values_get_413() =>
        await (await fixture.Client.SendAsync(Post("/save", [.. Enumerable.Range(0, 201).Select(_ => ("a", "b"))])))
            .RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "Uw tekst is te lang");

    [Fact]
    public async Task A_name_that_is_too_long_gets_413() =>
        await (await fixture.Client.SendAsync(Post("/save", (new string('a', 101), "b"))))
            .RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "Uw tekst is te lang");

    private static HttpRequestMessage File(string address, int bytes)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "file", "definitie.json" } },
        };
        request.Headers.ExpectContinue = true;
        return request;
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    public async Task What_is_no_ordinary_form_gets_400(string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/save") { Content = new ByteArrayContent([1, 2, 3]) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        await (await fixture.Client.SendAsync(request)).RefusedAsync(HttpStatusCode.BadRequest, "Wij konden dit niet lezen");
    }
}
