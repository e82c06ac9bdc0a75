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

    [Theory]
    [InlineData("Ask Bo Lind, he counts the trays", "Names Bo Lind?")]
    [InlineData("I heard it from cecil hart himself", "Names cecil hart?")]
    [InlineData("It was Dora who knew, not I", "Names Dora?")]
    [InlineData("Voss has the key", "Names Voss?")]
    [InlineData("We asked Joanna Whitworth on ward 7", "Names a person?")]
    [InlineData("Whitworth-Lee and Anne-Marie Duval sat with us", "Names a person?")]
    public void A_name_of_the_programme_is_noticed_and_so_is_any_first_and_last_name(string text, string hint) =>
        Assert.Equal(hint, PrivateHint.Of(text, _names, "Alma Tamm"), ignoreCase: true);

    [Theory]
    [InlineData("I, Alma Tamm, have never asked")]
    [InlineData("The Porters knew. We Never asked.")]
    [InlineData("Will it be May or June? Rose is a colour.")]
    [InlineData("Boards and linden trees")]
    public void The_author_and_words_that_only_look_like_names_are_not(string text) =>
        Assert.Null(PrivateHint.Of(text, _names, "Alma Tamm"));

    private static readonly KnownNames _names =
        KnownNames.Among(["Alma Tamm", "Bo Lind", "Cecil Hart", "Dora Voss", "Rose Will", "May June"]);
}
