"""User agents of AI crawlers, by purpose.

The names are the ones their operators document for robots.txt, as of November 2026.
Google-Extended and Applebot-Extended do not crawl: they control how pages that Googlebot and
Applebot read may be used.
"""

from typing import Final

AI_AGENTS: Final = {
    "AI crawlers that collect training data": (
        "AI2Bot",
        "Amazonbot",
        "Applebot-Extended",
        "Bytespider",
        "CCBot",
        "ClaudeBot",
        "cohere-training-data-crawler",
        "DeepSeekBot",
        "Diffbot",
        "GPTBot",
        "Google-CloudVertexBot",
        "Google-Extended",
        "meta-externalagent",
        "omgili",
        "PanguBot",
    ),
    "AI crawlers that index pages for search and citation": (
        "Amzn-SearchBot",
        "AzureAI-SearchBot",
        "Claude-SearchBot",
        "OAI-SearchBot",
        "PerplexityBot",
    ),
    "AI agents that fetch pages on a user's request; some of them ignore robots.txt": (
        "Amzn-User",
        "ChatGPT-User",
        "Claude-User",
        "DuckAssistBot",
        "meta-externalfetcher",
        "MistralAI-User",
        "Perplexity-User",
    ),
}
