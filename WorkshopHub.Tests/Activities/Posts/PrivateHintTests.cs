using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

public sealed class PrivateHintTests
{
    [Theory]
    [InlineData("Mr Hollis in clinic 4 says the letter is worse", "Names a person?")]
    [InlineData("Ask Dr. Ødegård about it", "Names a person?")]
    [InlineData("Write to amira.okafor@cvh.example", "An e-mail address?")]
    [InlineData("Ring me on +44 113 496 0999", "A phone number?")]
    [InlineData("Patient 4711 waited again", "About one patient or customer?")]
    public void A_post_that_may_name_somebody_gets_a_hint(string text, string hint) => Assert.Equal(hint, PrivateHint.Of(text));

    [Theory]
    [InlineData("The trays were never late. The lift was.")]
    [InlineData("We saved 12 000 minutes in 2026")]
    [InlineData("Every patient asks the same question")]
    [InlineData("mr president is a song")]
    public void An_ordinary_post_gets_none(string text) => Assert.Null(PrivateHint.Of(text));
}
